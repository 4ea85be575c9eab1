// npm run bench:desk: what the lists and pickers of the desk cost at 20,000 sessions and 5,000 people: milliseconds of
// wall time with one connection, and the plans behind them with `-- --plans`. Run it on a quiet machine.
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { fillArchive } from '../lib/testing/factory'
import { PrismaClient } from '../prisma/client/client'
import { migrate } from '../scripts/migrations/migrate.mjs'
import { ensurePostgres } from '../scripts/postgres/postgres.mjs'
import { dataFolder } from '../scripts/program/data-folder.mjs'

const size = {
  forums: 5,
  editions: 100,
  sessions: Number(process.argv.find((each) => each.startsWith('--sessions='))?.slice(11) ?? 20_000),
  people: 5000,
  organisations: 800,
  topics: 60,
  speakers: 2,
  statements: 1,
}
const ROUNDS = 40

const server = await ensurePostgres({ dataDir: path.join(dataFolder(), 'bench-desk'), test: true, log: console.log })
const name = `desk_${size.sessions}`
process.env.DATABASE_URL = server.url(name)
if (!(await exists())) await fill()
const { adoptRows } = await import('../lib/revisions/adopt')

/** The database that an earlier run left is used again. */
async function exists(): Promise<boolean> {
  const { rowCount } = await on('postgres', `SELECT FROM pg_database WHERE datname = '${name}'`)
  return rowCount === 1
}

async function on(database: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: server.url(database) })
  await client.connect()
  let answer = { rowCount: 0 as number | null }
  for (const sql of statements) answer = await client.query(sql)
  await client.end()
  return answer
}

async function fill() {
  const filling = `${name}_new`
  await on('postgres', `DROP DATABASE IF EXISTS ${filling}`, `CREATE DATABASE ${filling}`)
  await migrate(server.url(filling), { log: () => {} })
  // The search index has a benchmark of its own.
  await on(filling, 'ALTER TABLE search_stale DISABLE TRIGGER search_stale_is_applied')
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: server.url(filling) }) })
  await fillArchive(db, size)
  await db.$disconnect()
  await on('postgres', `ALTER DATABASE ${filling} RENAME TO ${name}`)
}

const since = performance.now()
const adopted = await adoptRows()
if (adopted) {
  console.log(`${adopted} records adopted in ${Math.round((performance.now() - since) / 1000)} s`)
  await on(name, 'VACUUM ANALYZE')
}

const { findRecords, likelyDuplicates } = await import('../lib/revisions/find-records')
const { listRecords } = await import('../lib/revisions/list-queries')
const { readListFilters } = await import('../lib/revisions/list-filters')
const { listLately, listOwnDrafts, listScheduled, listWaiting } = await import('../lib/revisions/overview')
const { db } = await import('../lib/db')

const people = (await db.record.findMany({ where: { noun: 'person' }, select: { titles: true }, take: 40 })).map(
  ({ titles }) => (titles as { en: string }).en,
)
const list = (noun: 'session' | 'statement' | 'person', query: Record<string, string>, page = 1) =>
  listRecords(noun, readListFilters(query), page, 'ru')

const work: Record<string, (round: number) => Promise<unknown>> = {
  'picker, a whole name': (n) => findRecords({ noun: 'person', text: people[n % people.length] ?? '', locale: 'en' }),
  'picker, two letters': (n) =>
    findRecords({ noun: 'person', text: ['wa', 'po', 'he', 'tr'][n % 4] ?? '', locale: 'en' }),
  'picker, a word of many': (n) =>
    findRecords({ noun: 'person', text: ['water', 'policy', 'trade'][n % 3] ?? '', locale: 'en' }),
  'picker, in Russian letters': (n) =>
    findRecords({ noun: 'person', text: ['ватер', 'полици'][n % 2] ?? '', locale: 'ru' }),
  'picker, sessions by one word': (n) =>
    findRecords({ noun: 'session', text: ['water', 'policy', 'tr'][n % 3] ?? '', locale: 'en' }),
  'picker, sessions by two words': () => findRecords({ noun: 'session', text: 'water poli', locale: 'en' }),
  'picker, statements by two words': () => findRecords({ noun: 'statement', text: 'water poli', locale: 'en' }),
  'picker, organisations': () => findRecords({ noun: 'organisation', text: 'water', locale: 'en' }),
  'picker, topics': () => findRecords({ noun: 'topic', text: 'wat', locale: 'en' }),
  'picker, editions': () => findRecords({ noun: 'edition', text: 'forum 20', locale: 'en' }),
  duplicates: (n) => likelyDuplicates('person', [people[n % people.length] ?? ''], { locale: 'en' }),
  'list, first page': () => list('session', {}),
  'list, last page by name': () => list('session', { order: 'name' }, 800),
  'list, by state': () => list('session', { order: 'state' }),
  'list, without Kazakh, by name': () => list('session', { without: 'kk', order: 'name' }),
  'list, searched': () => list('session', { q: 'water policy' }),
  'list, searched by a word of many': () => list('statement', { q: 'wa', order: 'name' }),
  'list, withdrawn': () => list('session', { state: 'withdrawn', order: 'name' }),
  overview: () =>
    Promise.all([
      listWaiting('ru'),
      listOwnDrafts(people[0] ? '018f0000-0000-7000-8000-000000000000' : '', 'ru'),
      listScheduled('ru'),
      listLately('ru'),
    ]),
}

console.log('what'.padEnd(36), '  median', '     p95', '   worst', ' (ms)')
for (const [name, run] of Object.entries(work)) {
  for (let n = 0; n < 8; n++) await run(n)
  const times: number[] = []
  for (let n = 0; n < ROUNDS; n++) {
    const start = performance.now()
    await run(n)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (part: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(1).padStart(8)
  console.log(name.padEnd(36), at(0.5), at(0.95), at(1))
}
await db.$disconnect()
await server.stop()
process.exit()
