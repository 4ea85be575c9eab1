import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { BenchArchive } from './archive'
import { makeQueryClasses } from './query-classes'

const TARGETS: [number, number][] = [
  [150_000, 20],
  [Number.POSITIVE_INFINITY, 50],
]

/**
 * What searches cost the database, by class of query: the processor time of its processes over all statements of one
 * search, after a first round that warms the cache. Beside it the bare candidate query, which finds and counts the
 * matches and no more, and the time on the clock, which on a busy machine says more of the machine. Linux only.
 */
export async function measureLatency(
  { client, ids }: BenchArchive,
  { ofEach, only, hasStatements }: { ofEach?: number; only?: string; hasStatements?: boolean } = {},
): Promise<void> {
  const { search } = await import('@/lib/search/search')
  const { readSearchRequest } = await import('@/lib/search/request')
  const spy = spyOnPool()
  const target = TARGETS.find(([most]) => ids.length <= most)?.[1] ?? 50
  console.log(`\nProcessor milliseconds in the database (target: p95 below ${target}), and milliseconds on the clock`)
  console.log(
    'class'.padEnd(28),
    '    p50     p95     p99 bare p50  ratio | database p50, p95 | search() p50 | square roots',
  )
  const all: Row[] = []
  for (const { name, queries } of await makeQueryClasses(client, ofEach)) {
    if (only && !name.includes(only)) continue
    const rows: Row[] = []
    const roots = await squareRoots(client)
    for (const query of [...queries, ...queries]) {
      spy.reset()
      const result = await search(readSearchRequest(query), 'en').catch((error: Error) => {
        console.log(`${JSON.stringify(query)}: ${error.message}`)
        return null
      })
      const bare = spy.candidates.length ? await bareTime(client, spy.candidates) : 0
      const { processor, milliseconds: database } = spy
      rows.push({ query, processor, bare, database, whole: result?.milliseconds ?? 2000 })
    }
    const warm = rows.slice(queries.length)
    all.push(...warm)
    printRow(name, warm, target, roots)
    const dearest = spy.takeStatements()
    if (!hasStatements) continue
    for (const { query, processor } of warm.toSorted((a, b) => b.processor - a.processor).slice(0, 3))
      console.log(`    ${processor.toFixed(1).padStart(6)} ms for ${JSON.stringify(query)}`)
    for (const { sql, times, processor } of dearest.slice(0, 8))
      console.log(
        `    ${(processor / rows.length).toFixed(1).padStart(6)} ms in ${(times / rows.length).toFixed(1)} of  ${sql}`,
      )
  }
  if (all.length) printRow('all classes', all, target, await squareRoots(client))
  await spy.stop()
  await printSizes(client)
  await printUpdates(client)
}

/**
 * Gives what the pool of the search is asked to one connection of the same settings, one statement after another, so
 * that all of them are of a process that has its plans; adds up what each costs it, and keeps the text query of the
 * candidates.
 */
function spyOnPool() {
  const original = pg.Pool.prototype.query
  let connection: Promise<{ client: pg.Client; pid: number }> | undefined
  let last: Promise<unknown> = Promise.resolve()
  const statements = new Map<string, { sql: string; times: number; processor: number }>()
  const spy = {
    milliseconds: 0,
    processor: 0,
    candidates: [] as string[],
    reset() {
      Object.assign(spy, { milliseconds: 0, processor: 0, candidates: [] })
    },
    /** What all searches since the last call asked, by the beginning of each statement, the dearest first. */
    takeStatements() {
      const all = [...statements.values()].sort((a, b) => b.processor - a.processor)
      statements.clear()
      return all
    },
    async stop() {
      pg.Pool.prototype.query = original
      await (await connection)?.client.end()
    },
  }
  const run = async (pool: pg.Pool, asked: pg.QueryConfig) => {
    connection ??= connect(pool.options)
    const { client, pid } = await connection
    const [since, before] = [performance.now(), processorTime(pid)]
    const answer = await client.query(asked)
    spy.milliseconds += performance.now() - since
    const processor = processorTime(pid) - before
    spy.processor += processor
    const sql = asked.text.replace(/\s+/g, ' ').trim().slice(0, 100)
    const known = statements.get(sql) ?? { sql, times: 0, processor: 0 }
    statements.set(sql, { sql, times: known.times + 1, processor: known.processor + processor })
    const [first] = /(d\.match @@ \$\d+::tsquery( AND )?)+/.exec(asked.text) ?? ['']
    const queries = [...first.matchAll(/\$(\d+)/g)].map(([, at]) => String(asked.values?.[Number(at) - 1]))
    // Not what is looked for in a sample.
    if (queries.length && !queries[0]?.includes("'~") && !spy.candidates.length) spy.candidates = queries
    return answer
  }
  pg.Pool.prototype.query = function (this: pg.Pool, asked: pg.QueryConfig, ...more: unknown[]) {
    // Prisma's own pool is not the search.
    if (this.options.application_name !== 'plenary-search') return Reflect.apply(original, this, [asked, ...more])
    const answer = last.then(() => run(this, asked))
    last = answer.catch(() => {})
    return answer
  } as typeof original
  return spy
}

async function connect(options: pg.ClientConfig) {
  const client = new pg.Client(options)
  await client.connect()
  return { client, pid: await processOf(client) }
}

const processOf = async (client: pg.Client) =>
  (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid ?? 0

/** How long a process has been on a processor, in milliseconds. */
const processorTime = (pid: number) => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6

async function bareTime(client: pg.Client, queries: string[]): Promise<number> {
  const pid = await processOf(client)
  const before = processorTime(pid)
  const conditions = queries.map((_, at) => `match @@ $${at + 1}::tsquery`).join(' AND ')
  await client.query(`SELECT count(*) FROM search_document WHERE ${conditions}`, queries)
  return processorTime(pid) - before
}

/**
 * Milliseconds for a million square roots: says how much dearer than it should be everything is on a machine that
 * others use too, as they share its processors' inner parts.
 */
async function squareRoots(client: pg.Client): Promise<number> {
  const pid = await processOf(client)
  const times: number[] = []
  for (let n = 0; n < 3; n++) {
    const before = processorTime(pid)
    await client.query('SELECT sum(sqrt(x)) FROM generate_series(1, 1000000) x')
    times.push(processorTime(pid) - before)
  }
  return Math.min(...times)
}

type Row = { query: object; processor: number; bare: number; database: number; whole: number }

function printRow(name: string, rows: Row[], target: number, roots: number) {
  const column = (value: number) => value.toFixed(1).padStart(7)
  const at = (of: 'processor' | 'bare' | 'database' | 'whole', share: number) =>
    rows.map((row) => row[of]).sort((a, b) => a - b)[Math.min(rows.length - 1, Math.floor(rows.length * share))] ?? 0
  console.log(
    ...[name.padEnd(28), column(at('processor', 0.5)), column(at('processor', 0.95)), column(at('processor', 0.99))],
    ...[column(at('bare', 0.5)), column(at('processor', 0.5) / Math.max(at('bare', 0.5), 0.05)), '|'],
    ...[
      column(at('database', 0.5)),
      column(at('database', 0.95)),
      '|',
      column(at('whole', 0.5)),
      '|',
      roots.toFixed(0),
    ],
    at('processor', 0.95) > target ? '  over target' : '',
  )
}

async function printSizes(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; size: string }>(`
    SELECT CASE WHEN relname ~ '^search_' THEN 'index of the search' ELSE 'records' END AS name, pg_size_pretty(sum(pg_total_relation_size(oid))) AS size
    FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace GROUP BY 1
    UNION ALL SELECT relname, pg_size_pretty(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relname ~ '^search_(doc|pas|wor)' ORDER BY 1`)
  console.log(`\nSizes: ${rows.map(({ name, size }) => `${name} ${size}`).join(', ')}`)
}

/**
 * What a change of a record costs, with and without the index being kept, in processor time. The first change of a
 * connection also makes its plans.
 */
async function printUpdates(client: pg.Client): Promise<void> {
  const edits: [string, string][] = [
    ['a new title of a session', `UPDATE session_text SET title = title || ' x' WHERE session_id = $1`],
    [
      'a new name of a person',
      `UPDATE person_text SET name = name || ' x' WHERE person_id = (SELECT person_id FROM appearance WHERE session_id = $1 LIMIT 1)`,
    ],
    ['a session withdrawn', `UPDATE session SET state = 'withdrawn', withdrawn_at = now() WHERE id = $1`],
  ]
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM search_document WHERE kind = 'session' ORDER BY md5(id::text) LIMIT 15`,
  )
  const pid = await processOf(client)
  const time = async (sql: string, role: string) => {
    const times: number[] = []
    for (const { id } of rows) {
      await client.query(`BEGIN; SET LOCAL session_replication_role = '${role}'`)
      await client.query(sql, [id])
      const before = processorTime(pid)
      await client.query('SET CONSTRAINTS ALL IMMEDIATE')
      times.push(processorTime(pid) - before)
      await client.query('ROLLBACK')
    }
    const sorted = times.toSorted((a, b) => a - b)
    return { first: times[0] ?? 0, median: sorted[7] ?? 0, most: sorted.at(-2) ?? 0 }
  }
  console.log('\nKeeping the index within the transaction of a change, processor milliseconds:')
  for (const [name, sql] of edits) {
    const [kept, bare] = [await time(sql, 'origin'), await time(sql, 'replica')]
    const column = (value: number) => value.toFixed(1)
    console.log(
      `${name.padEnd(30)} median ${column(kept.median)}, most but one ${column(kept.most)}, first of the connection ${column(kept.first)} (without: ${column(bare.median)})`,
    )
  }
}
