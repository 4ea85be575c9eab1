import type pg from 'pg'
import { random, wordsIn } from './talk'

export type QueryClass = { name: string; queries: Record<string, string | string[]>[] }

/** Queries of the classes of the issue, from the words and passages that the archive holds. */
export async function makeQueryClasses(client: pg.Client, ofEach = 60): Promise<QueryClass[]> {
  const { upTo, pick } = random(42)
  const { rows: counted } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM search_document')
  const documents = counted[0]?.n ?? 0
  const words = async (from: number, to: number) =>
    (
      await client.query<{ word: string }>(
        `SELECT word FROM search_word WHERE documents BETWEEN $1 AND $2 AND length(word) > 3 AND word ~ '^[a-zа-я]+$' ORDER BY md5(word) LIMIT 300`,
        [Math.max(1, Math.floor(from * documents)), Math.ceil(to * documents)],
      )
    ).rows.map(({ word }) => word)
  const rare = await words(0, 0.001)
  const middling = await words(0.01, 0.05)
  const common = await words(0.05, 0.6)
  const { rows: passages } = await client.query<{ body: string }>(
    `SELECT body FROM search_passage WHERE length(body) > 100 ORDER BY md5(document_id::text) LIMIT 500`,
  )
  const facets = async (name: string, value: string) =>
    (
      await client.query<{ value: string }>(
        `SELECT ${value} AS value FROM search_facet f WHERE f.name = $1 AND documents > 20 ORDER BY documents DESC LIMIT 30`,
        [name],
      )
    ).rows.map((row) => row.value)
  const years = (await facets('year', 'f.value')).filter((year) => year !== 'none')
  const topics = await facets('topic', '(SELECT slug FROM topic WHERE id::text = f.value)')
  const times = (make: () => Record<string, string | string[]>) => Array.from({ length: ofEach }, make)
  const phrase = (length: number) => {
    const all = wordsIn(pick(passages).body)
    const at = upTo(Math.max(1, all.length - length))
    return `"${all.slice(at, at + length).join(' ')}"`
  }
  const typo = (word: string) => {
    const at = 1 + upTo(word.length - 2)
    return `${word.slice(0, at)}${word[at]}${word.slice(at)}`
  }
  return [
    { name: 'rare word', queries: times(() => ({ q: pick(rare) })) },
    { name: 'word in 1–5 %', queries: times(() => ({ q: pick(middling) })) },
    { name: 'common word (over 5 %)', queries: times(() => ({ q: pick(common) })) },
    { name: 'two common words', queries: times(() => ({ q: `${pick(common)} ${pick(common)}` })) },
    { name: 'phrase of two', queries: times(() => ({ q: phrase(2) })) },
    { name: 'phrase of two common words', queries: times(() => ({ q: `"${pick(common)} ${pick(common)}"` })) },
    { name: 'phrase of five', queries: times(() => ({ q: phrase(5) })) },
    { name: 'prefix of three letters', queries: times(() => ({ q: `${pick(middling).slice(0, 3)}*` })) },
    { name: 'typo', queries: times(() => ({ q: typo(pick(middling)) })) },
    { name: 'common, filtered', queries: times(() => ({ q: pick(common), year: pick(years) })) },
    { name: 'common, by date', queries: times(() => ({ q: pick(common), sort: 'date' })) },
    { name: 'filters alone', queries: times(() => ({ topic: pick(topics), kind: 'session' })) },
    {
      name: 'all with facets',
      queries: times(() => ({
        q: `${pick(common)} ${pick(middling)}`,
        topic: pick(topics),
        kind: ['session', 'statement'],
        from: '1990',
      })),
    },
  ]
}
