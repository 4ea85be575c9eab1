import type { I18n } from '@/lib/i18n/translator'
import { csv } from './csv'
import { type Found, toRecord } from './found-results'

const columns = ['kind', 'title', 'passage', 'speakers', 'edition', 'day', 'language', 'url']

/** The results of a search as a table; several speakers stand in one cell, parted by semicolons. */
export const searchAsCsv = (found: Found, context: I18n): string =>
  csv([
    columns,
    ...found.hits.map((hit) => {
      const { kind, title, passage, speakers, edition, day, language, url } = toRecord(hit, context)
      const names = speakers.map(({ name }) => name).join('; ')
      return [kind, title, passage?.text ?? null, names, edition?.name ?? null, day, language, url]
    }),
  ])
