import 'server-only'
import type { Locale } from '@/lib/i18n/locales'
import { type I18n, i18n } from '@/lib/i18n/translator'
import { readArchiveSize } from './archive-size'
import { attempt, HITS_ON_PAGE, type Outcome } from './attempt'
import { correctedText } from './corrected-text'
import { correct } from './corrections'
import { countMatches } from './count-matches'
import { firstDay, lastDay } from './dates'
import { toFacets } from './facets'
import { readFacets, readField } from './filters'
import { toHits } from './hits'
import { KnownCounts } from './known-counts'
import { ask } from './pool'
import type { Search } from './prepare'
import { parseQuery, type Query } from './query'
import { leaveOut, waysOut } from './relaxations'
import type { SearchRequest, SearchResult } from './search-result'
import { toTextQuery } from './text-query'
import { addForms, asPrefix, readWords, type Sought } from './word-forms'

/**
 * Searches the archive. Any request gives a result; when it would take too long it throws `SearchTooSlow`
 * (lib/search/pool.ts), for which a page has words of its own. `onPage` is for those who give more away at once.
 */
export async function search(request: SearchRequest, locale: Locale, onPage = HITS_ON_PAGE): Promise<SearchResult> {
  const since = performance.now()
  const context = i18n(locale)
  const query = parseQuery(request.text)
  const read = await readSearch(request, query, onPage)
  const { search, outcome, without } = await findAnything(read, query, request.isAsTyped)
  return toResult(request, { search, outcome, without, query }, context, since)
}

/** Looks up everything that the request names. */
async function readSearch(request: SearchRequest, query: Query, onPage: number): Promise<Search> {
  const [archive, words, facets, ...fields] = await Promise.all([
    readArchiveSize(),
    readQueryWords(query, request.isAsTyped),
    readFacets(request.facets),
    ...query.fields.flatMap(({ name, ...field }) =>
      name === 'from' || name === 'to' ? [] : readField({ ...field, name }),
    ),
  ])
  const filters = [
    ...facets.map((filter) => ({ ...filter, isFacet: true })),
    ...fields.map((filter) => ({ ...filter, isFacet: false })),
  ]
  const ids = filters.flatMap(({ ids }) => ids)
  const counts = ids.length
    ? await ask<{ id: number; documents: number }>('SELECT id, documents FROM search_facet WHERE id = ANY($1)', [ids])
    : []
  const documents = new Map(counts.map(({ id, documents }) => [id, documents]))
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
    asOf: request.asOf,
    onPage,
    archive,
    counted: new KnownCounts(),
  }
}

/** The words of a query in the index: a last word that is none may be the beginning of one, others are corrected. */
async function readQueryWords(query: Query, isAsTyped: boolean): Promise<Sought[]> {
  const sought = await readWords(wordsIn(query), { isAsTyped })
  const clauses = [...query.groups.flat(), ...query.excluded]
  const begun = new Set(clauses.filter(({ isPrefix }) => isPrefix).flatMap(({ words }) => words))
  const last = lastWord(query)
  const isBegun = ({ word, documents, isStopWord }: Sought) =>
    begun.has(word) || (!isAsTyped && word === last && documents === 0 && !isStopWord)
  const read = await Promise.all(sought.map((word) => (isBegun(word) ? asPrefix(word) : word)))
  const corrected = await correct(read)
  // As typed: a correction is only offered.
  return isAsTyped ? read.map((word, at) => ({ ...word, corrected: corrected[at]?.corrected ?? null })) : corrected
}

const wordsIn = ({ groups, excluded }: Query) => [
  ...new Set([...groups.flat(), ...excluded].flatMap(({ words }) => words)),
]

/** The word that may not be finished yet. */
const lastWord = ({ groups, endsInWord }: Query) => {
  const clause = groups.at(-1)?.at(-1)
  return endsInWord && clause && !clause.isPhrase ? clause.words.at(-1) : undefined
}

/** With fewer hits than these the last word is taken as a beginning too, in case it is not finished. */
const FEW = 10

type Try = { search: Search; outcome: Outcome; without: string[] }

/** What a text is taken to mean, how many documents that finds, and which if they were looked at. */
type Meant = { search: Search; total: number; outcome: Outcome | null; without: string[] }

/**
 * As asked; where that is little, with the last word as a beginning; else corrected further; else without what nothing
 * has. Which of these is decided by the text alone: a filter narrows what is found and never changes what is meant.
 */
async function findAnything(asked: Search, query: Query, isAsTyped: boolean): Promise<Try> {
  if (asked.query.groups.length && asked.words.every(({ isStopWord }) => isStopWord)) return nothing(asked)
  const isNarrowed = asked.filters.length > 0 || asked.from !== null || asked.to !== null
  if (!isNarrowed) {
    const { search, outcome, without } = await whatIsMeant(asked, query, isAsTyped, lookedAt)
    return { search, outcome: outcome ?? (await attempt(search)), without }
  }
  const text = { ...asked, filters: [], from: null, to: null, page: 1 }
  const first = await attempt(asked)
  // Where the filters leave enough there is enough without them.
  if (!query.groups.length || first.total >= FEW) return { search: asked, outcome: first, without: [] }
  const { search, without } = await whatIsMeant(text, query, isAsTyped, counted)
  if (search === text) return { search: asked, outcome: first, without: [] }
  const narrowed = { ...asked, query: search.query, words: search.words }
  return { search: narrowed, outcome: await attempt(narrowed), without }
}

/** Words that are in almost every text are in no index. */
function nothing(search: Search): Try {
  const text = toTextQuery(search.query, new Map(search.words.map((word) => [word.word, word])), search.archive)
  const outcome = { text, found: [], total: 0, pages: 1, isEstimate: false, counts: new Map<number, number>() }
  return { search, outcome, without: [] }
}

async function lookedAt(search: Search): Promise<Meant> {
  const outcome = await attempt(search)
  return { search, total: outcome.total, outcome, without: [] }
}

const counted = async (search: Search): Promise<Meant> => ({
  ...{ search, outcome: null, without: [] },
  total: await countMatches(search, FEW),
})

/** `look` is for what may be the answer itself, or only to tell what is. */
async function whatIsMeant(text: Search, query: Query, isAsTyped: boolean, look: typeof counted): Promise<Meant> {
  const first = await look(text)
  const { total } = first
  if (total >= FEW || !text.query.groups.length) return first
  if (isAsTyped) return (total === 0 && (await withoutWhatNothingHas(text))) || first
  const begun = await tryBegun(text, query, look, total > 0)
  if (begun && begun.total > total) return begun
  if (total > 0) return first
  return (await tryCorrected(text, query, look)) ?? (await withoutWhatNothingHas(text)) ?? first
}

/** `isFound`: as it stands. Else it is enough to look for what it is the beginning of. */
async function tryBegun(asked: Search, query: Query, look: typeof counted, isFound: boolean): Promise<Meant | null> {
  const last = asked.words.find(({ word, isStopWord }) => word === lastWord(query) && !isStopWord)
  if (!last || last.word.length < 3) return null
  const begun = await asPrefix(last)
  const longer = begun.lexemes.filter((lexeme) => !last.lexemes.includes(lexeme))
  if (!longer.length) return null
  const [meant = begun] = isFound ? [] : await addForms([{ ...begun, lexemes: longer }])
  return look({ ...asked, words: asked.words.map((word) => (word === last ? meant : word)) })
}

async function tryCorrected(asked: Search, query: Query, look: typeof counted): Promise<Meant | null> {
  const words = await correct(await readWords(wordsIn(query)), { rareToo: true })
  if (!words.some(({ corrected }) => corrected)) return null
  const tried = await look({ ...asked, words })
  return tried.total > 0 ? tried : null
}

async function withoutWhatNothingHas(text: Search): Promise<Meant | null> {
  const left = await leaveOut(text)
  return left && { ...left, outcome: null }
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
    asOf: request.asOf ?? search.archive.now,
    pages: outcome.pages,
    years: search.archive.years
      .flatMap(({ id, year }) => (year === null ? [] : [{ year, count: outcome.counts.get(id) ?? 0 }]))
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.year - b.year),
    correction: corrections.size
      ? { text: correctedText(request.text, corrections), isApplied: !request.isAsTyped }
      : null,
    milliseconds: performance.now() - since,
  }
}
