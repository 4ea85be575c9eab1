import { z } from 'zod'
import { enumValue, readFilters } from '@/lib/filter-values'
import { Noun } from '@/prisma/client/enums'

const id = z.uuid().nullable().catch(null)

const schema = z.object({
  /** Who did it. */
  by: id,
  noun: enumValue(Noun),
  /** The edition itself and what belongs to it. */
  edition: id,
  /** A day as the desk's zone has it. */
  day: z.iso.date().nullable().catch(null),
  /** Only what was done before this entry: the next page. */
  before: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .nullable()
    .catch(null),
})

/** What the recent changes are narrowed to; the names are those of their address. */
export type ChangeFilters = z.infer<typeof schema>

export const readChangeFilters = (query: Parameters<typeof readFilters>[1]): ChangeFilters => readFilters(schema, query)
