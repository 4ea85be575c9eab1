import { z } from 'zod'
import { editionValue, enumValue, readFilters, sessionValue, slugValue } from '@/lib/filter-values'
import { StatementKind } from '@/prisma/client/enums'

const schema = z.object({
  speaker: slugValue,
  topic: slugValue,
  kind: enumValue(StatementKind),
  /** `forum-slug/edition-slug` */
  edition: editionValue,
  /** `forum-slug/edition-slug/session-slug`: not offered, but what a session's page leads to. */
  session: sessionValue,
  /** Not offered either: what the page of an organisation leads to. */
  organisation: slugValue,
})

/** What the list of statements is narrowed to; the names are those of its address, so `withQuery` takes it as it is. */
export type StatementFilters = z.infer<typeof schema>

/** The filters in the query of an address: any query gives some, unknown values are ignored. */
export const readStatementFilters = (query: Parameters<typeof readFilters>[1]): StatementFilters =>
  readFilters(schema, query)
