import { createFormatter, createTranslator } from 'use-intl/core'
import { intlLocales, type Locale } from './locales'
import en from './messages/en'
import kk from './messages/kk'
import ru from './messages/ru'

/** English is the measure: Kazakh and Russian have the same keys (a test compares them, and their placeholders). */
export type Messages = typeof en

const messages: Record<Locale, Messages> = { en, kk, ru }

const made = new Map<Locale, ReturnType<typeof make>>()

function make(locale: Locale) {
  const strict = (error: Error) => {
    throw error
  }
  return {
    locale,
    intlLocale: intlLocales[locale],
    /** Interface text by key, such as `t('site.search')`; ICU MessageFormat. Throws on an unknown key. */
    t: createTranslator({ locale: intlLocales[locale], messages: messages[locale], onError: strict }),
    /** Numbers, dates, lists through Intl. Instants are formatted in the zone given with each call. */
    format: createFormatter({ locale: intlLocales[locale], timeZone: 'UTC', onError: strict }),
  }
}

export type I18n = ReturnType<typeof make>
export type Translate = I18n['t']

/** Some of the interface's words in one language, for what runs in the browser. */
export const messagesIn = <N extends keyof Messages>(locale: Locale, ...names: N[]) =>
  Object.fromEntries(names.map((name) => [name, messages[locale][name]])) as Pick<Messages, N>

/** The interface in one language. */
export function i18n(locale: Locale): I18n {
  let known = made.get(locale)
  if (!known) {
    known = make(locale)
    made.set(locale, known)
  }
  return known
}
