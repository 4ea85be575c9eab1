import { z } from 'zod'
import { editionValue, enumValue, readFilters, slugValue } from '@/lib/filter-values'
import { SessionFormat } from '@/prisma/client/enums'

const schema = z.object({
  /** `forum-slug/edition-slug` */
  edition: editionValue,
  topic: slugValue,
  format: enumValue(SessionFormat),
  speaker: slugValue,
})

/** What the list of sessions is narrowed to; the names are those of its address, so `withQuery` takes it as it is. */
export type SessionFilters = z.infer<typeof schema>

/** The filters in the query of an address: any query gives some, unknown values are ignored. */
export const readSessionFilters = (query: Parameters<typeof readFilters>[1]): SessionFilters =>
  readFilters(schema, query)
