import type { TextStatus } from '@/prisma/client/enums'
import { defaultLocale, type Locale } from './locales'

/** A text as it can be shown: in which language it is, and how it came to be in it. */
export type Said = {
  value: string
  language: string
  status: TextStatus
  translator: string | null
}

type Row = { language: string; status: TextStatus; translator: string | null }

/** Fields of a text row that every select of texts needs, beside those it reads. */
export const textMeta = { language: true, status: true, translator: true } as const

/** Where-clause for the rows that `say` can use: the reader's language and, where that lacks, the original or English. */
export const textsFor = (locale: Locale) => ({
  OR: [{ language: locale }, { status: 'original' as const }, { language: defaultLocale }],
})

/**
 * One field of a record in the reader's language, else in its original, else in English; null where no language has it.
 * Falls back field by field, as a translation may be unfinished.
 */
export function say<R extends Row, F extends keyof R>(rows: readonly R[], field: F, locale: Locale): Said | null {
  const byPreference = [
    rows.find((row) => row.language === locale),
    rows.find((row) => row.status === 'original'),
    rows.find((row) => row.language === defaultLocale),
    ...rows,
  ]
  for (const row of byPreference) {
    const value = row?.[field]
    if (row && typeof value === 'string' && value !== '') {
      return { value, language: row.language, status: row.status, translator: row.translator }
    }
  }
  return null
}

/** As `say`, for a field that the schema requires in every text row. */
export function mustSay<R extends Row, F extends keyof R>(rows: readonly R[], field: F, locale: Locale): Said {
  const said = say(rows, field, locale)
  if (!said) throw new Error(`A record has no text for ${String(field)}`)
  return said
}
