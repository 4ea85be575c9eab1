import { z } from 'zod'
import { isCountry } from '@/lib/countries'
import { editionValue, readFilters, slugValue } from '@/lib/filter-values'

const schema = z.object({
  /** `forum-slug/edition-slug` */
  edition: editionValue,
  /** ISO 3166-1 alpha-2, lower case as in the address of a country. */
  country: z.string().toLowerCase().refine(isCountry).nullable().catch(null),
  organisation: slugValue,
  topic: slugValue,
  /** A letter of the index; `#` for names without letters. */
  letter: z
    .string()
    .normalize('NFC')
    .toUpperCase()
    .regex(/^(?:\p{L}|#)$/u)
    .nullable()
    .catch(null),
})

/** What the list of speakers is narrowed to; the names are those of its address, so `withQuery` takes it as it is. */
export type SpeakerFilters = z.infer<typeof schema>

/** The filters in the query of an address: any query gives some, unknown values are ignored. */
export const readSpeakerFilters = (query: Parameters<typeof readFilters>[1]): SpeakerFilters =>
  readFilters(schema, query)
