import { z } from 'zod'
import { type Path, routes, withQuery } from '@/lib/routes'
import { firstDay, lastDay } from './dates'
import { storable } from './fold'
import { MOST_CHARACTERS } from './query'
import { type FacetName, facetNames, type SearchRequest } from './search-result'

/** More values of one facet than these are not read from an address. */
export const MOST_VALUES = 10
const MOST_PAGES = 2000

type Asked = Record<string, string | string[] | undefined>

const listOf = (value: unknown) => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const first = (value: unknown) => listOf(value)[0]

const text = z
  .preprocess(first, z.string())
  .transform((value) => [...storable(value)].slice(0, MOST_CHARACTERS).join('').trim())
  .catch('')
const facetValue = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_-]+(?:\/[a-z0-9-]+)?$/)
const values = z.preprocess(listOf, z.array(z.unknown())).transform((all) => {
  const known = all.flatMap((value) => facetValue.safeParse(value).data ?? [])
  return [...new Set(known)].slice(0, MOST_VALUES)
})
const day = (read: (value: string) => string | null) =>
  z.preprocess(first, z.string()).transform(read).nullable().catch(null)

const schema = z.object({
  q: text,
  spelling: z.preprocess(first, z.enum(['typed', 'corrected'])).catch('corrected'),
  from: day(firstDay),
  to: day(lastDay),
  sort: z.preprocess(first, z.enum(['relevance', 'date'])).catch('relevance'),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(MOST_PAGES)).catch(1),
  asof: z.preprocess(first, z.coerce.number().int().positive().max(8.64e15)).nullable().catch(null),
  ...(Object.fromEntries(facetNames.map((name) => [name, values])) as Record<FacetName, typeof values>),
})

/** What an address asks the search for. Never throws: what is unknown or makes no sense is left out. */
export function readSearchRequest(query: Asked): SearchRequest {
  const { q, spelling, from, to, sort, page, asof, ...facets } = schema.parse(query)
  const chosen = facetNames.flatMap((name) => (facets[name].length ? [[name, facets[name]] as const] : []))
  return {
    ...{ text: q, isAsTyped: spelling === 'typed', facets: Object.fromEntries(chosen), from, to, sort, page },
    asOf: page > 1 ? asof : null,
  }
}

/** The address of a search; read back it gives the same request. */
export function searchPath({ text, isAsTyped, facets, from, to, sort, page, asOf }: SearchRequest): Path {
  return withQuery(routes.search(), {
    q: text,
    spelling: isAsTyped ? 'typed' : null,
    ...Object.fromEntries(facetNames.map((name) => [name, facets[name]])),
    from,
    to,
    sort: sort === 'relevance' ? null : sort,
    page: page > 1 ? page : null,
    asof: page > 1 ? asOf : null,
  })
}

/** Whether anything is asked at all. */
export const isEmptyRequest = ({ text, facets, from, to }: SearchRequest) =>
  !text && !from && !to && !Object.values(facets).some((chosen) => chosen.length)
