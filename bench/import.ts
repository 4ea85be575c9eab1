// npm run bench:import: what importing a programme of 20,000 sessions costs (a title, an abstract of 100 words, two
// speakers each), published and with the search index complete; beside the floor: the same rows by plain COPY. Prints
// sessions a second of wall and of processor time, and the most memory the program held. `-- --sessions=2000` is quicker.
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createWriteStream, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { migrate } from '../scripts/migrations/migrate.mjs'
import { ensurePostgres } from '../scripts/postgres/postgres.mjs'
import { dataFolder } from '../scripts/program/data-folder.mjs'
import { copyFloor } from './import-floor'
import { makeProgramme } from './made-programme'

const COUNT = Number(process.argv.find((each) => each.startsWith('--sessions='))?.slice(11) ?? 20_000)
const inXml = (text: string) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`)
const MOST_MEMORY = 512 * 1024 ** 2

/** In a process of its own: what making the file takes is not what importing it takes. */
const written = process.argv.find((each) => each.startsWith('--write='))?.slice(8)
if (written) {
  await writeSchedule(written, [...makeProgramme(COUNT)])
  process.exit()
}

const dataDir = path.join(dataFolder(), 'bench-import')
const server = await ensurePostgres({ dataDir, test: true, log: () => {} })
const folder = await mkdtemp(path.join(tmpdir(), 'plenary-import-'))
const database = 'bench_import'
process.env.DATABASE_URL = server.url(database)
process.env.PLENARY_DATA = folder
try {
  await onServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`, `CREATE DATABASE ${database}`)
  await migrate(server.url(database), { log: () => {} })
  await measure().catch(async (error) => {
    console.error(error)
    process.exitCode = 1
  })
  const { db } = await import('../lib/db')
  await db.$disconnect()
} finally {
  await rm(folder, { recursive: true, force: true })
  await onServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
  await server.stop()
}

async function onServer(...statements: string[]) {
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  for (const sql of statements) await client.query(sql)
  await client.end()
}

async function measure() {
  const { db } = await import('../lib/db')
  const { registry } = await import('../lib/revisions/registry')
  const { createRecord } = await import('../lib/revisions/save')
  const { publishRecord } = await import('../lib/revisions/publish')
  const { importAtOnce } = await import('../lib/import/apply')
  const { undoImport } = await import('../lib/import/undo')
  const by = await db.user.create({
    data: { email: 'bench@example.org', name: 'Bench', role: 'editor' },
    select: { id: true },
  })
  const make = async (noun: 'forum' | 'edition', raw: object) => {
    const { content, errors } = registry[noun].parse(raw)
    if (!content) throw new Error(JSON.stringify(errors))
    const { id, lock } = await createRecord(noun, content, by)
    const { kind } = await publishRecord({ id, lock, by })
    if (kind !== 'published') throw new Error(`The ${noun} is ${kind}`)
    return id
  }
  const text = (fields: object) => ({ en: { status: 'original', ...fields } })
  const forum = await make('forum', { texts: text({ name: 'A made forum' }) })
  const editionId = await make('edition', {
    forum,
    year: 2026,
    timeZone: 'Asia/Almaty',
    startsOn: '2026-10-01',
    texts: text({ city: 'Astana' }),
  })
  const file = path.join(folder, 'schedule.xml')
  execFileSync(process.execPath, [...process.execArgv, ...process.argv.slice(1), `--write=${file}`])

  let peak = 0
  const memory = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  const serverBefore = serverSeconds()
  const own = process.cpuUsage()
  const since = performance.now()
  const steps: Record<string, number> = {}
  let step = { name: 'read', since }
  const onProgress = ({ step: name }: { step: string }) => {
    if (name === step.name) return
    steps[step.name] = (steps[step.name] ?? 0) + performance.now() - step.since
    step = { name, since: performance.now() }
  }
  const imported = await importAtOnce({
    editionId,
    files: [{ path: file, name: 'schedule.xml' }],
    options: { publish: true },
    by,
    onProgress,
  })
  if (imported.kind !== 'done') throw new Error(JSON.stringify(imported))
  const {
    rehearsal: { summary },
    applied: outcome,
  } = imported
  onProgress({ step: 'end' })
  const wall = (performance.now() - since) / 1000
  if (outcome.kind !== 'applied') throw new Error(JSON.stringify(outcome))
  const used = process.cpuUsage(own)
  const program = (used.user + used.system) / 1e6
  const postgres = serverSeconds() - serverBefore
  clearInterval(memory)
  const [left] = await db.$queryRaw<{ stale: number; documents: number }[]>`
    SELECT (SELECT count(*) FROM search_stale)::int AS stale, (SELECT count(*) FROM search_document)::int AS documents`

  await db.$disconnect()
  const floorBefore = serverSeconds()
  const floor = await copyFloor(server.url(database), server.url('postgres'))
  const floorCpu = serverSeconds() - floorBefore
  const rate = (seconds: number) => Math.round(summary.sessions.created / seconds)
  console.log(
    `${summary.sessions.created} sessions, ${summary.people.created} people; published ${outcome.published}, kept back ${outcome.blocked}`,
  )
  console.log(`search index: ${left?.documents} documents, ${left?.stale} still to be written`)
  console.log(
    `wall: ${wall.toFixed(1)} s (read, compared, its rehearsal kept, written, indexed): ${rate(wall)} sessions a second`,
  )
  console.log(
    `processor, both together: program ${program.toFixed(1)} s, Postgres ${postgres.toFixed(1)} s: ${rate(program + postgres)} sessions a processor second, ${rate((program + postgres) / 2)} on two idle processors at best`,
  )
  console.log(
    `steps, s: ${Object.entries(steps)
      .map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)}`)
      .join(', ')}`,
  )
  console.log(`most memory: ${Math.round(peak / 1024 ** 2)} MiB${peak > MOST_MEMORY ? ', MORE THAN 512' : ''}`)
  console.log(
    `floor, ${floor.rows} rows by COPY with their keys and indexes, no triggers: ${floor.seconds.toFixed(1)} s wall, ${floorCpu.toFixed(1)} s processor; the import takes ${((program + postgres) / Math.max(0.1, floorCpu)).toFixed(1)} times the processor time`,
  )

  const undoSince = performance.now()
  const undone = await undoImport({ batchId: outcome.batchId, by })
  console.log(
    `undone in ${((performance.now() - undoSince) / 1000).toFixed(1)} s: ${JSON.stringify(undone).slice(0, 200)}`,
  )
  await db.$disconnect()
}

/** Processor time of the server and those of its processes that still run; what ended in between is in its parent's. */
function serverSeconds(): number {
  const pid = Number(readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0])
  const fields = (of: number) => readFileSync(`/proc/${of}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number) ?? []
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  const own = (of: number) => (fields(of)[11] ?? 0) + (fields(of)[12] ?? 0)
  const ended = (fields(pid)[13] ?? 0) + (fields(pid)[14] ?? 0)
  return [pid, ...children].reduce((sum, each) => sum + own(each), ended) / 100
}

/** As frab and pretalx write it. */
async function writeSchedule(
  file: string,
  sessions: ReturnType<typeof makeProgramme> extends Generator<infer S> ? S[] : never,
) {
  const out = createWriteStream(file)
  const people = new Map<string, number>()
  out.write(
    '<?xml version="1.0" encoding="UTF-8"?>\n<schedule><version>1</version><conference><title>Made</title><acronym>made</acronym>',
  )
  out.write('<start>2026-10-01</start><end>2026-10-20</end><time_zone_name>Asia/Almaty</time_zone_name></conference>')
  const perDay = 1600
  for (let day = 0; day * perDay < sessions.length; day++) {
    const date = `2026-10-${String(day + 1).padStart(2, '0')}`
    out.write(`<day index="${day + 1}" date="${date}" start="${date}T08:00:00+05:00" end="${date}T22:00:00+05:00">`)
    const these = sessions.slice(day * perDay, (day + 1) * perDay)
    for (let room = 0; room < 40; room++) {
      out.write(`<room name="Hall ${room + 1}">`)
      for (const { n, title, abstract, speakers } of these.filter((each) => each.room === room)) {
        const minute = 480 + (Math.floor((n % perDay) / 40) % 40) * 20
        const start = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const persons = speakers.map((name) => {
          if (!people.has(name)) people.set(name, people.size + 1)
          return `<person id="${people.get(name)}">${inXml(name)}</person>`
        })
        out.write(
          `<event guid="${randomUUID()}" id="${n + 1}"><date>${date}T${start}:00+05:00</date><start>${start}</start><duration>00:20</duration>`,
        )
        out.write(
          `<room>Hall ${room + 1}</room><slug>made-${n}</slug><title>${inXml(title)}</title><subtitle></subtitle><track></track><type>lecture</type>`,
        )
        out.write(
          `<language>en</language><abstract>${inXml(abstract)}</abstract><description></description><persons>${persons.join('')}</persons></event>\n`,
        )
      }
      out.write('</room>')
    }
    out.write('</day>')
  }
  out.end('</schedule>')
  await finished(out)
}
