import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { slugOf } from './slugs'
import type { Talk } from './talk'

const AT_ONCE = 500

/**
 * Writes talks as records, published, without the triggers that would index each: the index is made after. Gives the
 * id of each talk's session.
 */
export async function loadTalks(
  client: pg.Client,
  talks: Iterable<Talk>,
  log: (line: string) => void,
): Promise<string[]> {
  const ids: string[] = []
  const known = {
    forum: new Map<string, string>(),
    edition: new Map<string, string>(),
    person: new Map<string, string>(),
    organisation: new Map<string, string>(),
    topic: new Map<string, string>(),
  }
  await client.query("SET session_replication_role = 'replica'")
  let batch: Talk[] = []
  const write = async () => {
    await client.query('BEGIN')
    ids.push(...(await writeBatch(client, batch, known)))
    await client.query('COMMIT')
    batch = []
    if (ids.length % 20_000 === 0) log(`${ids.length} sessions written`)
  }
  for (const talk of talks) {
    batch.push(talk)
    if (batch.length === AT_ONCE) await write()
  }
  if (batch.length) await write()
  await client.query("SET session_replication_role = 'origin'")
  await client.query('ANALYZE')
  return ids
}

type Known = Record<'forum' | 'edition' | 'person' | 'organisation' | 'topic', Map<string, string>>
type Rows = Record<string, unknown>[]

async function writeBatch(client: pg.Client, talks: readonly Talk[], known: Known): Promise<string[]> {
  const rows: Record<string, Rows> = {}
  const add = (table: string, row: Record<string, unknown>) => {
    rows[table] ??= []
    rows[table].push(row)
  }
  const published = { state: 'published', published_at: '2026-01-01', version: 1, updated_at: '2026-01-01' }
  /** The id of a record of a name, which is written when it is first met. */
  const once = (kind: keyof Known, name: string, make: (id: string) => void) => {
    let id = known[kind].get(name)
    if (!id) {
      id = randomUUID()
      known[kind].set(name, id)
      make(id)
    }
    return id
  }
  const original = (language: string) => ({ language, status: 'original' })
  const languageOf = (name: string) => (/[а-я]/i.test(name) ? 'ru' : 'en')
  const named = (kind: 'person' | 'organisation' | 'topic', name: string) =>
    once(kind, name, (id) => {
      const slug = slugOf(name, id)
      add(kind, { id, slug, ...published })
      add(`${kind}_slug`, { slug, [`${kind}_id`]: id })
      const extra = kind === 'person' ? { sort_name: name } : {}
      add(`${kind}_text`, { [`${kind}_id`]: id, ...original(languageOf(name)), name, ...extra })
    })
  const ids = talks.map((talk) => {
    const forum = once('forum', talk.series, (id) => {
      const slug = slugOf(talk.series, id)
      add('forum', { id, slug, ...published })
      add('forum_slug', { slug, forum_id: id })
      add('forum_text', { forum_id: id, ...original('en'), name: talk.series })
    })
    const edition = once('edition', `${talk.series} ${talk.year}`, (id) => {
      const slug = `${talk.year}`
      add('edition', {
        id,
        forum_id: forum,
        slug,
        year: talk.year,
        starts_on: `${talk.year}-01-01`,
        ends_on: null,
        date_precision: 'year',
        time_zone: 'UTC',
        ...published,
      })
      add('edition_slug', { forum_id: forum, slug, edition_id: id })
      add('edition_text', { edition_id: id, ...original('en'), city: null })
    })
    const id = randomUUID()
    const slug = `s-${talk.n}`
    add('session', {
      id,
      edition_id: edition,
      slug,
      format: talk.format,
      is_title_supplied: false,
      language: talk.language,
      starts_at: `${talk.day}T09:00:00Z`,
      is_cancelled: false,
      ...published,
    })
    add('session_slug', { edition_id: edition, slug, session_id: id })
    add('session_text', {
      session_id: id,
      ...original(talk.language),
      title: talk.title,
      abstract: talk.abstract.join('\n\n') || null,
    })
    if (talk.topic) add('session_topic', { session_id: id, topic_id: named('topic', talk.topic), position: 0 })
    const organisation = talk.organisation && named('organisation', talk.organisation)
    const appearances = [...new Set(talk.speakers.filter(Boolean))].map((name, position) => {
      const appearance = randomUUID()
      add('appearance', {
        id: appearance,
        session_id: id,
        person_id: named('person', name),
        role: 'speaker',
        organisation_id: organisation,
        country_code: talk.country,
        position,
      })
      return appearance
    })
    if (talk.transcript.length) {
      const statement = randomUUID()
      add('statement', {
        id: statement,
        public_id: publicId(talk.n),
        edition_id: edition,
        session_id: id,
        appearance_id: appearances[0] ?? null,
        form: 'transcript',
        kind: 'report',
        position: 0,
        ...published,
      })
      add('statement_text', { statement_id: statement, ...original(talk.language), text: talk.transcript.join('\n\n') })
    }
    return id
  })
  for (const [table, list] of Object.entries(rows)) {
    const columns = Object.keys(list[0] ?? {}).join(', ')
    await client.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(list)],
    )
  }
  return ids
}

const publicId = (n: number) =>
  n
    .toString(32)
    .replace(/[ilou]/g, (letter) => ({ i: 'w', l: 'x', o: 'y', u: 'z' })[letter] ?? '')
    .padStart(8, '0')
