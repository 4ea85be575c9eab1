import { type Filter, facetQuery } from './filters'
import { allOf, not } from './lexemes'
import { MOST_YEARS, type YearCount } from './plan'
import type { Search } from './prepare'
import type { Query } from './query'
import type { FacetName } from './search-result'
import type { TextQuery } from './text-query'

/** A filter of the address or the text, or the years that its dates are in; `documents` is how many meet it. */
export type AskedFilter = Omit<Filter, 'name'> & { name: FacetName | 'dates'; documents: number; isFacet: boolean }

/** Values of a facet, of which a document must have one, or none. */
export type FacetCondition = Pick<Filter, 'ids' | 'isExcluded'>

/**
 * What so large a share of all documents meets is not asked of the index, which would look at a list as long as that:
 * of what it finds without, the documents themselves are asked.
 */
const BROAD = 0.5

/** Whether one thing alone is asked for, of which the number is known. */
export const isPlain = ({ groups, excluded }: Pick<Query, 'groups' | 'excluded'>, filters: readonly AskedFilter[]) =>
  excluded.length === 0 &&
  groups.length + filters.length <= 1 &&
  groups.every((group) => group.length === 1 && group[0]?.words.length === 1)

/**
 * Dates as years, which the index knows: the days themselves are looked at in what it finds. A meeting may begin in
 * the year before its own or end in the next.
 */
export function datesOf({ from, to, archive }: Pick<Search, 'from' | 'to' | 'archive'>): AskedFilter[] {
  if (!from && !to) return []
  const [first, last] = [from ? Number(from.slice(0, 4)) : -Infinity, to ? Number(to.slice(0, 4)) : Infinity]
  const within = (margin: number) =>
    archive.years.filter(({ year }) => year !== null && year >= first - margin && year <= last + margin)
  const documents = within(0).reduce((sum, year) => sum + year.documents, 0)
  return [{ name: 'dates', ids: within(1).map(({ id }) => id), isExcluded: false, isFacet: false, text: '', documents }]
}

/** The years in which there can be a match. */
export const yearsAllowed = (years: YearCount[], filters: readonly AskedFilter[]) =>
  filters
    .filter(({ name, isExcluded }) => (name === 'year' || name === 'dates') && !isExcluded)
    .reduce((left, { ids }) => left.filter(({ id }) => ids.includes(id)), years)

/** Filters as a text query; as what is asked of the documents that it finds; and the share of all that meet each. */
type Narrowed = { query: string | null; share: number; having: FacetCondition[]; rest: number }

/** `isOfText`: they narrow a text, so that not even one of them need be asked of the index. */
export function filterOf(filters: readonly AskedFilter[], documents: number, isOfText: boolean): Narrowed {
  const shareOf = (some: readonly AskedFilter[]) =>
    some
      .filter(({ isExcluded }) => !isExcluded)
      .reduce((product, filter) => product * Math.min(1, filter.documents / Math.max(documents, 1)), 1)
  // Of dates over many years the days are asked of every document anyway.
  const said = filters.filter(({ name, ids }) => name !== 'dates' || ids.length <= MOST_YEARS)
  const [narrowest] = said.filter(({ isExcluded }) => !isExcluded).sort((a, b) => a.documents - b.documents)
  const isLed = isOfText || narrowest !== undefined
  const isBroad = (filter: AskedFilter) =>
    isLed && (isOfText || filter !== narrowest) && filter.documents > documents * BROAD
  const ofIndex = said.filter((filter) => !isBroad(filter))
  return {
    query: allOf(...ofIndex.map(({ ids, isExcluded }) => (isExcluded ? not(facetQuery(ids)) : facetQuery(ids)))),
    share: shareOf(ofIndex),
    having: said.filter(isBroad).map(({ ids, isExcluded }) => ({ ids, isExcluded })),
    rest: shareOf(filters.filter((filter) => !ofIndex.includes(filter))),
  }
}

/** For each facet that was chosen everything without its own choice. */
export function countingsOf(
  text: TextQuery,
  estimate: number,
  filters: readonly AskedFilter[],
  archive: Search['archive'],
) {
  return filters.flatMap(({ isFacet, name }) => {
    if (!isFacet || name === 'dates') return []
    const left = filters.filter((filter) => !(filter.isFacet && filter.name === name))
    const { query, share, having, rest } = filterOf(left, archive.documents, text.full !== null)
    const isKnown = text.full === null && left.length <= 1
    const asked = allOf(text.full, query) ?? archive.everything ?? "'='"
    return [{ name, query: asked, having, estimate: estimate * share, rest, isKnown, isWithFacets: true }]
  })
}
