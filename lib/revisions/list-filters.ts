import { z } from 'zod'
import { enumValue, readFilters } from '@/lib/filter-values'
import { locales } from '@/lib/i18n/locales'
import { missingKinds } from './missing-kinds'
import { stateLabels } from './record-label'

/** Orders of a list, as its address has them; a minus turns one round. */
export const listOrders = ['changed', '-changed', 'name', '-name', 'state', '-state'] as const
export type ListOrder = (typeof listOrders)[number]

const id = z.uuid().nullable().catch(null)
const named = <const T extends readonly string[]>(names: T) =>
  enumValue(Object.fromEntries(names.map((name) => [name, name])) as { [K in T[number]]: K })

const schema = z.object({
  /** Words of names and titles, in any script or spelling. */
  q: z.string().nullable(),
  state: named(stateLabels),
  /** The record that those of the list belong to: a forum or an edition. */
  of: id,
  /** Who changed it last. */
  by: id,
  /** A language it has no title in. */
  without: named(locales),
  /** What it lacks. */
  missing: named(missingKinds),
  order: named(listOrders),
})

/** What a list of the desk is narrowed to and how it is sorted; the names are those of its address. */
export type ListFilters = z.infer<typeof schema>

/** The filters in the query of an address: any query gives some, unknown values are ignored. */
export const readListFilters = (query: Parameters<typeof readFilters>[1]): ListFilters => readFilters(schema, query)
