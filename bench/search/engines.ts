import MiniSearch from 'minisearch'
import type pg from 'pg'
import type { Talk } from './talk'

/** A search engine under test: the numbers of the talks it finds, best first, up to ten. */
export type Engine = { name: string; find: (query: string) => Promise<number[]> }

/** This project's search, through its own module; a statement stands for its session. */
export async function plenaryEngine(client: pg.Client, ids: readonly string[]): Promise<Engine> {
  const { search } = await import('@/lib/search/search')
  const { readSearchRequest } = await import('@/lib/search/request')
  const { db } = await import('@/lib/db')
  const numbers = new Map(ids.map((id, n) => [id, n]))
  const { rows } = await client.query<{ path: string; id: string }>(`
    SELECT '/forums/' || f.slug || '/' || e.slug || '/sessions/' || s.slug AS path, s.id FROM session s JOIN edition e ON e.id = s.edition_id JOIN forum f ON f.id = e.forum_id
    UNION ALL SELECT '/statements/' || public_id, session_id FROM statement`)
  const talks = new Map(rows.map(({ path, id }) => [path, numbers.get(id) ?? -1]))
  void db
  const ask = (query: string) => search(readSearchRequest({ q: query }), 'en')
  return {
    name: 'Plenary',
    find: async (query) => {
      // Once more where its time was up: on a busy machine that says nothing of what is found.
      const { hits } = await ask(query)
        .catch(() => ask(query))
        .catch(() => ask(query))
        .catch((error) => {
          console.log(`${query}: ${error}`)
          return { hits: [] }
        })
      return [...new Set(hits.flatMap(({ path }) => talks.get(path) ?? []))].slice(0, 10)
    },
  }
}

const words = (query: string) => query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** MiniSearch on the whole text, as its documentation recommends for typing errors. */
export function miniSearchEngine(talks: readonly Talk[]): Engine {
  const index = new MiniSearch({ idField: 'n', fields: ['title', 'speakers', 'context', 'body'] })
  index.addAll(
    talks.map((talk) => ({
      n: talk.n,
      title: talk.title,
      speakers: talk.speakers.join(' '),
      context: [talk.topic, talk.organisation, talk.series, talk.year, talk.country].join(' '),
      body: [...talk.abstract, ...talk.transcript].join(' '),
    })),
  )
  const options = { boost: { title: 3, speakers: 2 }, prefix: true, fuzzy: 0.2 }
  return {
    name: 'MiniSearch',
    find: async (query) =>
      index
        .search(query.replaceAll('"', ''), options)
        .slice(0, 10)
        .map(({ id }) => Number(id)),
  }
}

/**
 * SQLite FTS5 with bm25, as Node brings it from version 22 on: all words, else any; a phrase where the query is one. Null
 * where it is not there.
 */
export async function sqliteEngine(talks: readonly Talk[]): Promise<Engine | null> {
  const module = await import('node:sqlite' as string).catch(() => null)
  if (!module) return null
  const database = new module.DatabaseSync(':memory:')
  database.exec(
    `CREATE VIRTUAL TABLE talk USING fts5(title, speakers, context, body, tokenize = 'porter unicode61 remove_diacritics 2')`,
  )
  const insert = database.prepare('INSERT INTO talk (rowid, title, speakers, context, body) VALUES (?, ?, ?, ?, ?)')
  database.exec('BEGIN')
  for (const talk of talks) {
    const context = [talk.topic, talk.organisation, talk.series, talk.year, talk.country].join(' ')
    const body = [...talk.abstract, ...talk.transcript].join(' ')
    insert.run(talk.n + 1, talk.title, talk.speakers.join(' '), context, body)
  }
  database.exec('COMMIT')
  const select = database.prepare('SELECT rowid FROM talk WHERE talk MATCH ? ORDER BY bm25(talk, 10, 5, 2, 1) LIMIT 10')
  const run = (match: string): number[] => select.all(match).map(({ rowid }: { rowid: number }) => rowid - 1)
  return {
    name: 'SQLite FTS5',
    find: async (query) => {
      const all = words(query).map((word) => `"${word}"`)
      if (query.startsWith('"')) return run(`"${words(query).join(' ')}"`)
      const last = all.length ? [...all.slice(0, -1), `${all.at(-1)}*`] : []
      for (const match of [all.join(' '), last.join(' '), all.join(' OR ')]) {
        const found = match ? run(match) : []
        if (found.length) return found
      }
      return []
    },
  }
}
