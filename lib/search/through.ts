import 'server-only'
import { groupedById } from '@/lib/grouped-by-id'
import { type ConnectedName, pathOfConnected, readConnectedNames, readPositions } from './connected-names'
import { wordsOf } from './fold'
import { highlight, type Matches } from './highlight'
import type { Connection, SearchHit, SearchKind } from './search-result'

/** A hit, and the words that nothing else of it shows. */
export type Unshown = { id: string; kind: SearchKind; words: Matches[] }

type Through = SearchHit['through']

const MOST_SHOWN = 4

/** The names by which hits were found where their own texts do not show it: as few of each hit as have its words. */
export async function readThrough(hits: readonly Unshown[], locale: string): Promise<Map<string, Through>> {
  const unshown = hits.filter(({ words }) => words.length > 0)
  const idsOf = (kind: SearchKind, some: readonly Unshown[]) =>
    some.filter((hit) => hit.kind === kind).map(({ id }) => id)
  const kinds = [...new Set(unshown.map(({ kind }) => kind))]
  const names = groupedById(
    (await Promise.all(kinds.map((kind) => readConnectedNames(kind, idsOf(kind, unshown))))).flat(),
  )
  const isNamed = ({ id, words }: Unshown) => words.every((word) => names.get(id)?.some((name) => has(name, word)))
  const left = idsOf(
    'person',
    unshown.filter((hit) => !isNamed(hit)),
  )
  const positions = groupedById(left.length ? await readPositions(left) : [])
  const all = (id: string) => [...(names.get(id) ?? []), ...(positions.get(id) ?? [])]
  return new Map(unshown.map(({ id, words }) => [id, fewestWith(words, all(id), locale)]))
}

/** Again and again the name with most of the words that are left. */
function fewestWith(words: Matches[], names: ConnectedName[], locale: string): Through {
  const shown: Through = []
  let left = words
  while (left.length > 0 && shown.length < MOST_SHOWN) {
    const best = names
      .map((name) => ({ name, found: left.filter((matches) => has(name, matches)).length }))
      .filter(({ found }) => found > 0)
      .sort((a, b) => b.found - a.found || rank(a.name, locale) - rank(b.name, locale))[0]?.name
    if (!best) break
    const marks: Matches = (word) => words.some((matches) => matches(word, best.language))
    shown.push({
      connection: best.connection,
      language: best.language || locale,
      runs: highlight(best.body, best.language, marks),
      path: pathOfConnected(best),
    })
    left = left.filter((matches) => !has(best, matches))
  }
  return shown
}

const has = ({ body, language }: ConnectedName, matches: Matches) =>
  wordsOf(body).some((word) => matches(word, language))

/** What says more of a record stands before what says less of it. */
const places: Record<Connection, number> = {
  ...{ name: 0, topic: 1, speaker: 2, organisation: 3, position: 4, session: 5 },
  ...{ theme: 6, edition: 7, track: 8, venue: 9, country: 10 },
}

/** The reader's language first, then own names, then by what is named; of two names the shorter. */
const rank = ({ connection, language, body, isOwn }: ConnectedName, locale: string) =>
  (language === locale ? 0 : 100) + (isOwn ? 0 : 50) + places[connection] + Math.min(body.length, 999) / 1000
