import { searchPath } from './request'
import { type FacetName, type FacetValue, facetNames, type SearchRequest } from './search-result'

type Facets = Record<FacetName, FacetValue[]>

/** The same search with other values of a facet, from its first page. */
function withFacet(request: SearchRequest, name: FacetName, values: string[]): SearchRequest {
  const { [name]: _, ...others } = request.facets
  return { ...request, facets: values.length ? { ...others, [name]: values } : others, page: 1 }
}

/** The search with a value of a facet added, or without it when it is chosen. */
export function withToggled(request: SearchRequest, name: FacetName, value: FacetValue, facets: Facets): SearchRequest {
  const asked = request.facets[name] ?? []
  if (!value.isChosen) return withFacet(request, name, [...asked, value.value])
  // An address may still have the old slug of a renamed record; the facets have the new one.
  const known = new Set(facets[name].map((each) => each.value))
  const left = asked.filter((each) => (asked.includes(value.value) ? each !== value.value : known.has(each)))
  return withFacet(request, name, left)
}

/** The search with several values of a facet added to those chosen, or without them when all of them are. */
export function withAllToggled(request: SearchRequest, name: FacetName, values: FacetValue[]): SearchRequest {
  const asked = request.facets[name] ?? []
  const own = values.map(({ value }) => value)
  const others = asked.filter((value) => !own.includes(value))
  return withFacet(request, name, values.every(({ isChosen }) => isChosen) ? others : [...others, ...own])
}

/** One thing that narrows a search, and the search without it. */
export type Narrowing =
  | { key: string; name: FacetName; label: string; language: string | null; without: SearchRequest }
  | { key: string; name: 'dates'; from: string | null; to: string | null; without: SearchRequest }

/** All that narrows a search beside its words, in the order of the facets. What names nothing is there as it was asked. */
export function narrowingsOf(request: SearchRequest, facets: Facets): Narrowing[] {
  const chosen = facetNames.flatMap((name) => {
    const asked = request.facets[name] ?? []
    const renamed = facets[name].filter(({ value, isChosen }) => isChosen && !asked.includes(value))
    return asked.map((value): Narrowing => {
      const known = facets[name].find((each) => each.value === value) ?? renamed.shift()
      const without = withFacet(
        request,
        name,
        asked.filter((each) => each !== value),
      )
      // What names nothing is shown as it was asked, in no language.
      const { label, language } = known ?? { label: value, language: null }
      return { key: `${name}:${value}`, name, label, language, without }
    })
  })
  const { from, to } = request
  if (!from && !to) return chosen
  return [...chosen, { key: 'dates', name: 'dates', from, to, without: { ...request, from: null, to: null, page: 1 } }]
}

/** What a way out of an empty search leaves out: everything of a facet, the dates, or a part of the text. */
export function leftOut(request: SearchRequest, way: SearchRequest): FacetName | 'dates' | 'text' {
  const facet = facetNames.find((name) => request.facets[name] && !way.facets[name])
  if (facet) return facet
  return request.from !== way.from || request.to !== way.to ? 'dates' : 'text'
}

/** The same search with nothing that narrows it. */
export const withoutNarrowings = (request: SearchRequest): SearchRequest => ({
  ...request,
  facets: {},
  from: null,
  to: null,
  page: 1,
})

/** The state of a search by parameter, without its page: what a link or a form to another page of it keeps. */
export function stateOf(request: SearchRequest): Record<string, string[]> {
  const query = new URLSearchParams(searchPath({ ...request, page: 1 }).split('?')[1])
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]))
}
