import type { z } from 'zod'
import type { I18n } from '@/lib/i18n/translator'
import type { Noun, NounPlural } from '@/lib/revisions/nouns'
import type { FilterName, Filters } from './filters'

/** Where a list goes on: fits the where-clause of every noun. */
export type Place = {
  id?: string | { gt?: string; in?: string[] }
  updatedAt?: Date | { gt?: Date; gte?: Date }
  AND?: Place[]
  OR?: Place[]
}

export type Asked = {
  place: Place
  orderBy: ({ id: 'asc' } | { updatedAt: 'asc' })[]
  take: number
  filters: Filters
}

/** Any record as the API gives it. */
export type Resource = { id: string; updatedAt: string } & { [field: string]: unknown }

/** What the API knows of a noun: each has one file that says it. */
export type ApiNoun = {
  noun: Noun
  plural: NounPlural
  /** What an answer holds; the documentation is made of it, and tests read the answers with it. */
  schema: z.ZodObject
  filters: readonly FilterName[]
  /** Public records, in a fixed number of queries. */
  read(asked: Asked, context: I18n): Promise<Resource[]>
}
