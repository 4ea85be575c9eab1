import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { madeArchive } from './made-archive.ts'
import { startArchive } from './server.ts'

/** Every list page, and the pages of records that gather most. */
const addresses = [
  '/',
  '/forums',
  '/forums/forum-0',
  '/forums/forum-0/2025',
  '/forums/forum-0/2025/timetable',
  '/sessions',
  '/sessions?page=2',
  '/sessions?topic=topic-1',
  '/sessions?edition=forum-0/2025&format=panel',
  '/speakers',
  '/speakers?page=2',
  '/speakers/person-1',
  '/organisations',
  '/organisations/organisation-1',
  '/topics',
  '/topics/topic-1',
  '/countries/kz',
  '/statements',
  '/statements?page=2',
  '/statements?topic=topic-1',
  '/sources/00000001',
]
const small = {
  forums: 3,
  editions: 6,
  sessions: 120,
  people: 60,
  organisations: 12,
  topics: 12,
  speakers: 2,
  statements: 1,
}
const large = {
  forums: 5,
  editions: 100,
  sessions: 20_000,
  people: 4000,
  organisations: 800,
  topics: 60,
  speakers: 2,
  statements: 1,
}
const MOST_QUERIES = 100
const MOST_HTML = 400_000

type Measured = Record<string, { queries: number; bytes: number }>

async function measure(size: typeof small): Promise<Measured> {
  // The search index has a benchmark of its own; here it would only be built and not read.
  const postgres = await madeArchive(size, { isIndexed: false })
  try {
    await postgres.query(`ALTER SYSTEM SET log_statement = 'all'`)
    await postgres.query(`ALTER SYSTEM SET log_line_prefix = '[%a] '`)
    await postgres.query('SELECT pg_reload_conf()')
    const log = path.join(postgres.dataDir, 'server.log')
    const asked = () => readFileSync(log, 'utf8').match(/^\[plenary\] LOG: {2}(?:statement|execute)/gm)?.length ?? 0
    const archive = await startArchive(postgres.url)
    const measured: Measured = {}
    try {
      for (const address of addresses) {
        const before = asked()
        const answer = await archive.get(address)
        expect(answer.status, address).toBe(200)
        const bytes = (await answer.arrayBuffer()).byteLength
        measured[address] = { queries: asked() - before, bytes }
      }
    } finally {
      await archive.remove()
    }
    return measured
  } finally {
    await postgres.remove()
  }
}

test('every list stays within a fixed number of queries and a fixed amount of HTML, however large the archive', async () => {
  test.setTimeout(420_000)
  const few = await measure(small)
  const many = await measure(large)
  for (const address of addresses) {
    const [a, b] = [few[address], many[address]]
    console.log(`${address}: ${a?.queries} and ${b?.queries} queries, ${a?.bytes} and ${b?.bytes} bytes`)
    expect(a?.queries, `${address} asks the database at all`).toBeGreaterThan(0)
    expect(b?.queries, `${address} asks as much of 20,000 sessions as of 120`).toBeLessThanOrEqual(
      (a?.queries ?? 0) + 2,
    )
    expect(b?.queries, address).toBeLessThan(MOST_QUERIES)
    expect(b?.bytes, address).toBeLessThan(MOST_HTML)
  }
})
