import { notFound } from 'next/navigation'
import { isLocale } from './locales'
import { type I18n, i18n } from './translator'

/** The interface in the language of a page's address; a 404 for a language there is none of. */
export async function pageContext(params: Promise<{ locale: string }>): Promise<I18n> {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return i18n(locale)
}
