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

export const isLocale = (value: string): value is Locale => (locales as readonly string[]).includes(value)
