import { type Locale, locales } from '@/lib/i18n/locales'
import type { TextStatus } from '@/prisma/client/enums'

/** The same value in every language of the archive. English is the original here; Kazakh and Russian are translations. */
export type Translated<T = string> = Record<Locale, T>

/** The name that the interface shows as "the Plenary project". */
const TRANSLATOR = 'plenary'

type Fields = Record<string, Translated | undefined>

type TextRow<F extends Fields> = {
  language: Locale
  status: TextStatus
  translator: string | null
} & { [K in keyof F]: undefined extends F[K] ? string | null : string }

/** Fields with their translations as the rows of a …Text table, one per language; a field left out is null in all. */
export function textRows<F extends Fields>(fields: F): TextRow<F>[] {
  return locales.map((language) => {
    const said = Object.entries(fields).map(([field, value]) => [field, value?.[language] ?? null])
    const made =
      language === 'en' ? { status: 'original', translator: null } : { status: 'machine', translator: TRANSLATOR }
    return { language, ...made, ...Object.fromEntries(said) } as TextRow<F>
  })
}
