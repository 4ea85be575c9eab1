import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { GET as archiveRoute, HEAD as headRoute } from '@/app/api/v1/archive.json/route'
import { GET as editionRoute } from '@/app/api/v1/editions/[edition]/plenary.json/route'
import { db } from '@/lib/db'
import { adoptRows } from '@/lib/revisions/adopt'
import { publishRecord } from '@/lib/revisions/publish'
import { writeBlockingPoints } from '@/lib/revisions/settings'
import { draft } from '@/lib/testing/desk-records'
import { emptyTables } from '@/lib/testing/empty-tables'
import { fillArchive } from '@/lib/testing/factory'
import { type LivedAct, livedActs, liveThrough, secrets } from '@/lib/testing/lived-archive'
import { writeSeed } from '@/prisma/seed/write-seed'
import { archiveLines, editionLines } from './archive-lines'
import { importArchive } from './import-archive'
import { linesOf, readParts, UnreadableArchive } from './read-file'

const by = { id: crypto.randomUUID() }
const RUNS = Number(process.env.RUNS ?? 2)

async function textOf(lines: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const each of lines) text += each
  return text
}
async function editionText(id: string) {
  const found = await editionLines(id)
  if (!found) throw new Error('There is no such edition')
  return textOf(found)
}
const exported = () => textOf(archiveLines())
const lines = (text: string) => linesOf(oneChunk(text))
async function* oneChunk(text: string) {
  yield Buffer.from(text)
}

/** As a database that was just migrated, but for accounts. */
async function emptyArchive() {
  await emptyTables()
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`TRUNCATE media, search_document, search_passage, search_facet, search_word, search_stale CASCADE`,
  ])
}

const differencesOfIndex = () => db.$queryRaw<object[]>`
  SELECT * FROM (
    SELECT search_differences(kind, array_agg(id)) AS difference FROM search_public GROUP BY kind
    UNION ALL SELECT search_total_differences()) AS each`

beforeAll(() =>
  writeBlockingPoints(
    { forum: [], edition: [], session: [], person: [], organisation: [], topic: [], statement: [], source: [] },
    by,
  ),
)

/** Reads an archive out, into an empty one, and out again. Returns what was read out. */
async function thereAndBack(): Promise<string> {
  const before = await exported()
  await emptyArchive()
  await importArchive(lines(before))
  const after = await exported()
  // Told by the first line that differs: whole archives are long to compare by eye.
  for (const [at, line] of before.split('\n').entries()) expect(after.split('\n')[at]).toBe(line)
  expect(after).toBe(before)
  expect(await differencesOfIndex()).toEqual([])
  return before
}

test('the seed comes back byte by byte, with its index', async () => {
  await writeSeed(db)
  await adoptRows()
  const text = await thereAndBack()
  const document = JSON.parse(text)
  expect(document.plenary).toEqual({ version: 1, of: 'archive', files: 'not included' })
  expect(document.counts).toMatchObject({ forum: 1 })
  expect(document.records.length).toBeGreaterThan(40)
})

test('a made-up archive of some hundred records comes back', async () => {
  await emptyArchive()
  await fillArchive(db, {
    ...{ forums: 2, editions: 3, sessions: 20, people: 20, organisations: 6, topics: 4, speakers: 2, statements: 2 },
  })
  await adoptRows()
  await thereAndBack()
})

/** What is rare among random acts: one record published twice, whose first version is then removed, and the like. */
const certain: LivedAct[] = [
  ...(['publish', 'publish', 'rename', 'publish', 'redact', 'answer'] as const).map((act) => ({
    act,
    at: 3,
    other: 0,
  })),
  ...(['publish', 'publish', 'redact', 'answer'] as const).map((act) => ({ act, at: 0, other: 0 })),
  ...[0, 1, 2].map((at) => ({ act: 'merge' as const, at, other: 1 })),
  { act: 'withdraw', at: 9, other: 0 },
]

test(
  'whatever editors did over the years comes back, and nothing that is not public is in the file',
  async () => {
    const states = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(livedActs(20), fc.nat({ max: 1000 }), async (lived, seed) => {
        await emptyArchive()
        await liveThrough([...lived, ...certain], seed)
        const text = await thereAndBack()
        for (const word of secrets) expect(text).not.toContain(word)
        for (const { state, versions = [], corrections = [], formerSlugs = [] } of JSON.parse(text).records) {
          const seen = [
            state,
            versions.length > 1 && 'history',
            corrections.length && 'answered',
            formerSlugs.length && 'renamed',
          ]
          if (versions.some((each: object) => 'removed' in each)) seen.push('redacted')
          for (const each of seen) if (each) states.set(each, (states.get(each) ?? 0) + 1)
        }
      }),
      { numRuns: RUNS, endOnFailure: true, ...(process.env.RUNS ? {} : { seed: 7 }) },
    )
    // What the test is about was there.
    for (const each of ['published', 'withdrawn', 'merged', 'history', 'answered', 'renamed', 'redacted'])
      expect([each, states.get(each) ?? 0]).not.toEqual([each, 0])
  },
  60_000 + RUNS * 30_000,
)

describe('a file that cannot be read', () => {
  let good: string
  beforeAll(async () => {
    await emptyArchive()
    await writeSeed(db)
    await adoptRows()
    good = await exported()
    await emptyArchive()
  }, 60_000)

  const refusal = async (text: string) => {
    const error = await importArchive(lines(text)).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(UnreadableArchive)
    expect(await db.record.count()).toBe(0)
    expect(await db.media.count()).toBe(0)
    return (error as Error).message
  }

  test('says in one sentence what it is instead, and writes nothing', async () => {
    expect(await refusal('')).toBe('The file is empty.')
    expect(await refusal('<html></html>')).toContain('not an archive that Plenary wrote')
    expect(await refusal('{"schedule":{}}')).toContain('not an archive that Plenary wrote')
    expect(await refusal(good.replace('"version":1', '"version":9'))).toContain('version 9 of the layout')
    expect(await refusal(JSON.stringify(JSON.parse(good), null, 2))).toContain('not an archive that Plenary wrote')
  })
  test('was cut off, wherever', async () => {
    for (const part of [0.1, 0.5, 0.9, 0.999])
      expect(await refusal(good.slice(0, good.length * part))).toMatch(/cut off|damaged/)
    const [first = '', ...rest] = good.split('\n').filter((line) => !line.includes('"noun":"statement"'))
    expect(await refusal([first, ...rest].join('\n').replace('},\n],', '}\n],'))).toMatch(/records are missing/)
  })
  test('holds what no record can, or what it mentions is not in it', async () => {
    expect(await refusal(good.replace('"format":"', '"format":"no such '))).toMatch(
      /^Line \d+ of the file has a version 1 that is not/,
    )
    expect(await refusal(good.replace('"state":"published"', '"state":"draft"'))).toMatch(
      /^Line \d+ of the file does not hold/,
    )
    const source = /"noun":"source","id":"([^"]+)"/.exec(good)?.[1] ?? ''
    expect(await refusal(good.replaceAll(`"source":"${source}"`, `"source":"${crypto.randomUUID()}"`))).toContain(
      'contradicts itself',
    )
  })
  test('is refused by an archive that holds something, which stays as it is', async () => {
    await draft('topic', { texts: { en: { name: 'Kept' } } }, by)
    await expect(importArchive(lines(good))).rejects.toThrow(/^The archive is not empty/)
    expect(await db.record.count()).toBe(1)
    await emptyArchive()
  })
  test('mutated anywhere it is read as it was meant or refused, never half', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom('"', '}', 'x', '\n', '0', '\u0000'), async (at, put) => {
        const place = at % good.length
        const text = `${good.slice(0, place)}${put}${good.slice(place + 1)}`
        const counts: string[] = []
        try {
          for await (const part of readParts(lines(text))) counts.push(part.kind)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableArchive)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('one edition stands by itself: what it mentions is in its file, and it can be read into an empty archive', async () => {
  await emptyArchive()
  await writeSeed(db)
  await adoptRows()
  const { id } = await db.edition.findFirstOrThrow({ where: { state: 'published', sessions: { some: {} } } })
  const other = await draft('topic', { texts: { en: { name: 'Elsewhere' } } }, by)
  await publishRecord({ id: other.id, lock: null, by })
  const text = await editionText(id)
  const { plenary, records } = JSON.parse(text)
  expect(plenary.of).toBe('edition')
  const nouns = new Set(records.map(({ noun }: { noun: string }) => noun))
  expect([...nouns].sort()).toEqual([
    'edition',
    'forum',
    'organisation',
    'person',
    'session',
    'source',
    'statement',
    'topic',
  ])
  expect(text).not.toContain('Elsewhere')
  await emptyArchive()
  await importArchive(lines(text))
  expect(await editionText(id)).toBe(text)
  expect(await editionLines(crypto.randomUUID())).toBeNull()

  const of = (edition: string) =>
    editionRoute(new Request('http://localhost:3000/'), { params: Promise.resolve({ edition }) })
  const answer = await of(id)
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="plenary-edition-${id}.json"`)
  expect(await answer.text()).toBe(text)
  expect((await of(crypto.randomUUID())).status).toBe(404)
  expect((await of('2025')).status).toBe(404)
})

test('so many may read the whole archive at once; one who stops makes room', async () => {
  const get = () => archiveRoute(new Request('http://localhost:3000/api/v1/archive.json'))
  const reading = await Promise.all([get(), get(), get()])
  expect(reading.map(({ status }) => status)).toEqual([200, 200, 200])
  const refused = await get()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60'])
  for (const { body } of reading.slice(1)) await body?.cancel()
  for (let n = 0; n < 5; n++)
    expect((await headRoute(new Request('http://localhost:3000/api/v1/archive.json'))).status).toBe(200)
  const next = await get()
  expect(next.status).toBe(200)
  expect(await next.text()).toBe(await reading[0]?.text())
})
