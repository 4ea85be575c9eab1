import 'server-only'
import { readerLocale } from '@/lib/i18n/reader-locale'
import { i18n } from '@/lib/i18n/translator'
import { signedIn } from './signed-in'

/** The interface in the language of who is signed in; before that in the browser's. */
export async function deskI18n() {
  const user = await signedIn()
  return i18n(user?.locale ?? (await readerLocale()))
}
