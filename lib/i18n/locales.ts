/** The languages of the interface, in the order in which they are offered. English has no address prefix. */
export const locales = ['en', 'kk', 'ru'] as const
export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'en'

/** How each language is called in itself. */
export const localeNames: Record<Locale, { short: string; full: string }> = {
  en: { short: 'EN', full: 'English' },
  kk: { short: 'ҚАЗ', full: 'Қазақша' },
  ru: { short: 'РУС', full: 'Русский' },
}

/** Intl's locale for each language: British spelling and dates for English. */
export const intlLocales: Record<Locale, string> = { en: 'en-GB', kk: 'kk-KZ', ru: 'ru-RU' }

export const isLocale = (value: string): value is Locale => (locales as readonly string[]).includes(value)
