import 'server-only'
import type { Locale } from '@/lib/i18n/locales'
import { type I18n, i18n } from '@/lib/i18n/translator'
import { readArchiveSize } from './archive-size'
import { attempt, type Outcome, type Search } from './attempt'
import { correctedText } from './corrected-text'
import { correct } from './corrections'
import { firstDay, lastDay } from './dates'
import { toFacets } from './facets'
import { readFacets, readField } from './filters'
import { toHits } from './hits'
import { ask } from './pool'
import { parseQuery, type Query } from './query'
import { leaveOut, waysOut } from './relaxations'
import type { SearchRequest, SearchResult } from './search-result'
import { asPrefix, readWords, type Sought } from './word-forms'

/**
 * Searches the archive. Any request gives a result; when it would take too long it throws `SearchTooSlow`
 * (lib/search/pool.ts), for which a page has words of its own.
 */
export async function search(request: SearchRequest, locale: Locale): Promise<SearchResult> {
  const since = performance.now()
  const context = i18n(locale)
  const query = parseQuery(request.text)
  const read = await readSearch(request, query)
  const { search, outcome, without } = await findAnything(read, query)
  return toResult(request, { search, outcome, without, query }, context, since)
}

/** Looks up everything that the request names. */
async function readSearch(request: SearchRequest, query: Query): Promise<Search> {
  const [archive, words, facets, ...fields] = await Promise.all([
    readArchiveSize(),
    readQueryWords(query),
    readFacets(request.facets),
    ...query.fields.flatMap(({ name, ...field }) =>
      name === 'from' || name === 'to' ? [] : readField({ ...field, name }),
    ),
  ])
  const filters = [
    ...facets.map((filter) => ({ ...filter, isFacet: true })),
    ...fields.map((filter) => ({ ...filter, isFacet: false })),
  ]
  const documents = new Map(
    (
      await ask<{ id: number; documents: number }>('SELECT id, documents FROM search_facet WHERE id = ANY($1)', [
        filters.flatMap(({ ids }) => ids),
      ])
    ).map(({ id, documents }) => [id, documents]),
  )
  const sum = (ids: number[]) => ids.reduce((all, id) => all + (documents.get(id) ?? 0), 0)
  const typed = (name: 'from' | 'to') => query.fields.find((field) => field.name === name)?.value ?? ''
  return {
    query,
    words,
    filters: filters.map((filter) => ({ ...filter, documents: sum(filter.ids) })),
    from: request.from ?? firstDay(typed('from')),
    to: request.to ?? lastDay(typed('to')),
    sort: request.sort,
    page: request.page,
    archive,
  }
}

/** The words of a query in the index: a last word that is none may be the beginning of one, others are corrected. */
async function readQueryWords(query: Query): Promise<Sought[]> {
  const clauses = [...query.groups.flat(), ...query.excluded]
  const sought = await readWords([...new Set(clauses.flatMap(({ words }) => words))])
  const begun = new Set(clauses.filter(({ isPrefix }) => isPrefix).flatMap(({ words }) => words))
  const last = lastWord(query)
  const withPrefixes = await Promise.all(
    sought.map((word) =>
      begun.has(word.word) || (word.word === last && word.documents === 0 && !word.isStopWord) ? asPrefix(word) : word,
    ),
  )
  return correct(withPrefixes)
}

const lastWord = ({ groups, endsInWord }: Query) => {
  const clause = groups.at(-1)?.at(-1)
  return endsInWord && clause && !clause.isPhrase ? clause.words.at(-1) : undefined
}

/** As asked; else with the last word as a beginning; else without what nothing has. */
async function findAnything(
  asked: Search,
  query: Query,
): Promise<{ search: Search; outcome: Outcome; without: string[] }> {
  const isMeaningless = asked.query.groups.length > 0 && asked.words.every(({ isStopWord }) => isStopWord)
  const outcome = await attempt(asked)
  if (outcome.total > 0 && !isMeaningless) return { search: asked, outcome, without: [] }
  if (isMeaningless)
    return { search: asked, outcome: { ...outcome, found: [], total: 0, counts: new Map() }, without: [] }
  const last = lastWord(query)
  if (last && asked.words.some((word) => word.word === last && !word.isStopWord)) {
    const words = await Promise.all(asked.words.map((word) => (word.word === last ? asPrefix(word) : word)))
    const search = { ...asked, words }
    const begun = await attempt(search)
    if (begun.total > 0) return { search, outcome: begun, without: [] }
  }
  const left = await leaveOut(asked)
  return left ?? { search: asked, outcome, without: [] }
}

type Answer = { search: Search; outcome: Outcome; without: string[]; query: Query }

async function toResult(request: SearchRequest, answer: Answer, context: I18n, since: number): Promise<SearchResult> {
  const { search, outcome, without } = answer
  const chosen = new Set(search.filters.filter(({ isFacet }) => isFacet).flatMap(({ ids }) => ids))
  const positive = new Set(search.query.groups.flat().flatMap(({ words }) => words))
  const words = search.words.filter(({ word }) => positive.has(word))
  const [hits, facets, ways] = await Promise.all([
    toHits(outcome.found, outcome.text, words, context),
    toFacets(outcome.counts, chosen, context),
    outcome.total === 0 ? waysOut(request, search) : [],
  ])
  const corrections = new Map(words.flatMap(({ word, corrected }) => (corrected ? [[word, corrected] as const] : [])))
  return {
    ...{ request, hits, facets, without, ways },
    total: outcome.total,
    isEstimate: outcome.isEstimate,
    page: request.page,
    pages: outcome.pages,
    years: search.archive.years
      .flatMap(({ id, year }) => (year === null ? [] : [{ year, count: outcome.counts.get(id) ?? 0 }]))
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.year - b.year),
    correction: corrections.size ? { text: correctedText(request.text, corrections), isApplied: true } : null,
    milliseconds: performance.now() - since,
  }
}
