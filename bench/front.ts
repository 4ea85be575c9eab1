// npm run bench:front: what a public page costs the server, in CPU milliseconds of its process: rendered anew by Next,
// and served from what the front keeps. Ratios within one run; run it on a quiet machine.
import { readFileSync } from 'node:fs'
import { ownPostgres, startArchive } from '../e2e/server'

const TICKS_PER_SECOND = 100
const pages = [
  '/',
  '/forums/astana-think-tank-forum/2025',
  '/speakers/joshua-lincoln',
  '/sessions',
  '/there-is-no-such-page',
]
const RENDERED = 60
const KEPT = 4000
const READERS = 10

const postgres = await ownPostgres()
const archive = await startArchive(postgres.url)

/** CPU time of the server so far, user and system, in milliseconds. */
function cpu(): number {
  const fields = readFileSync(`/proc/${archive.pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND
}

async function read(page: string, times: number) {
  for (let i = 0; i < times; i++) await (await archive.get(page)).arrayBuffer()
}

const fixed = (value: number) => value.toFixed(value < 1 ? 3 : 1).padStart(8)

console.log(
  'page'.padEnd(42),
  'rendered',
  '    kept',
  '   ratio',
  '  per s',
  ' (CPU ms a request; requests per second of wall time, kept)',
)
for (const page of pages) {
  for (let i = 0; i < 20; i++) await archive.get(`${page}?warm=${i}`)
  const before = cpu()
  for (let i = 0; i < RENDERED; i++) await (await archive.get(`${page}?new=${i}`)).arrayBuffer()
  const rendered = (cpu() - before) / RENDERED
  await archive.get(page)
  const beforeKept = cpu()
  const since = performance.now()
  await Promise.all(Array.from({ length: READERS }, () => read(page, KEPT / READERS)))
  const perSecond = KEPT / ((performance.now() - since) / 1000)
  const kept = (cpu() - beforeKept) / KEPT
  console.log(
    page.padEnd(42),
    fixed(rendered),
    fixed(kept),
    fixed(rendered / kept),
    String(Math.round(perSecond)).padStart(7),
  )
}
await archive.remove()
await postgres.remove()
process.exit()
