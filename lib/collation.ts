import { Prisma } from '@/prisma/client/client'
import { defaultLocale, type Locale } from './i18n/locales'

/** Postgres sorts names as readers of each language do; Prisma cannot say a collation. */
const collations: Record<Locale, Prisma.Sql> = {
  en: Prisma.raw('"en-x-icu"'),
  kk: Prisma.raw('"kk-x-icu"'),
  ru: Prisma.raw('"ru-x-icu"'),
}

/** The collation of the reader's language, to follow the word COLLATE. */
export const collationOf = (locale: Locale): Prisma.Sql => collations[locale]

/** The order in which `say` prefers text rows: the reader's language, the original, English. */
export const preferredText = (locale: Locale): Prisma.Sql =>
  Prisma.sql`(language = ${locale}) DESC, (status = 'original') DESC, (language = ${defaultLocale}) DESC, language`

/** Letters with a mark that stand in the alphabet by themselves; every other marked letter goes with its bare one. */
const ownLetters: Record<Locale, string[]> = { en: ['Й'], kk: ['Й', 'Ё'], ru: ['Й'] }

/** The first letter or digit of a name, upper case; null where it has neither. */
export const firstLetter = (name: Prisma.Sql, locale: Locale): Prisma.Sql =>
  Prisma.sql`left(upper(substring(normalize(${name}, NFC) COLLATE ${collationOf(locale)} FROM '[[:alnum:]]')), 1)`

/**
 * The letter under which a name stands in an index in the reader's language, from its `firstLetter`: É under E, Ё
 * under Е in Russian but by itself in Kazakh, as are Ә, Ғ, Қ. `#` for a name that begins with no letter.
 */
export const indexLetter = (first: Prisma.Sql, locale: Locale): Prisma.Sql =>
  Prisma.sql`CASE
    WHEN ${first} IN (${Prisma.join(ownLetters[locale])}) THEN ${first}
    WHEN ${first} COLLATE ${collationOf(locale)} ~ '[[:alpha:]]'
      THEN translate(left(normalize(${first}, NFD), 1), 'ÆØŁĐŒ', 'AOLDO')
    ELSE '#' END`
