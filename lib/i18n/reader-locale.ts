import 'server-only'
import { headers } from 'next/headers'
import { defaultLocale, isLocale, type Locale } from './locales'

/** The language of the desk: the first of the browser's that we have. Public pages take theirs from the address. */
export async function readerLocale(): Promise<Locale> {
  const accepted = (await headers()).get('accept-language') ?? ''
  for (const part of accepted.split(',')) {
    const language = part.trim().slice(0, 2).toLowerCase()
    if (isLocale(language)) return language
  }
  return defaultLocale
}
