import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import pg from 'pg'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { GET as getOne } from '@/app/api/v1/[noun]/[...key]/route'
import { GET as getList, OPTIONS } from '@/app/api/v1/[noun]/route'
import { GET as harvestRoute } from '@/app/api/v1/oai/route'
import { db } from '@/lib/db'
import { mergeRecords } from '@/lib/merging/merge'
import { adoptRows } from '@/lib/revisions/adopt'
import { publishRecord, withdrawRecord } from '@/lib/revisions/publish'
import { saveRecord } from '@/lib/revisions/save'
import { contentOf, draft } from '@/lib/testing/desk-records'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { apiExamples } from './examples'
import { listOf } from './list'
import { apiNouns } from './nouns'
import { openApiDocument } from './openapi'

const by = { id: crypto.randomUUID() }
const nouns = Object.values(apiNouns)

const ask = (path: string, headers: Record<string, string> = {}) => {
  const request = new Request(`http://localhost:3000/api/v1/${path}`, { headers })
  const [noun = '', ...key] = path.split('?')[0]?.split('/') ?? []
  return key.length
    ? getOne(request, { params: Promise.resolve({ noun, key }) })
    : getList(request, { params: Promise.resolve({ noun }) })
}
type Page = { data: { id: string; [field: string]: unknown }[]; next: string | null }
const list = async (path: string): Promise<Page> => {
  const answer = await ask(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.json()
}
const problemOf = async (path: string) => {
  const answer = await ask(path)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const body = await answer.json()
  expect(body.status).toBe(answer.status)
  return body as { status: number; detail: string }
}
/** All of a list, page by page. */
async function all(path: string) {
  const found: Page['data'] = []
  for (let next: string | null = path; next; ) {
    const page: Page = await list(next.replace(/^.*\/api\/v1\//, ''))
    found.push(...page.data)
    next = page.next
  }
  return found
}

async function published(noun: Parameters<typeof draft>[0], raw: object) {
  const { id } = await draft(noun, raw, by)
  const outcome = await publishRecord({ id, lock: null, by })
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return id
}

beforeAll(async () => {
  await startFromSeed()
  await adoptRows()
})

describe.each(nouns)('$plural', (noun) => {
  test('are listed, each as its schema says, in every language', async () => {
    const schema = listOf({ ...noun, schema: z.strictObject(noun.schema.shape) })
    for (const lang of ['en', 'kk', 'ru']) {
      const page = await list(`${noun.plural}?limit=100&lang=${lang}`)
      expect(schema.safeParse(page).error).toBeUndefined()
      expect(page.data.length).toBeGreaterThan(0)
    }
  })
  test('are read one by one by id and by the address of their page', async () => {
    const { data } = await list(`${noun.plural}?limit=3`)
    for (const record of data) {
      const byId = await ask(`${noun.plural}/${record.id}`)
      expect(await byId.json()).toEqual(record)
      const key = new URL(String(record.url)).pathname.split('/').filter((_, at) => at > 1 && at !== 4)
      expect(await (await ask(`${noun.plural}/${key.join('/')}`)).json()).toEqual(record)
    }
  })
  test('are all public ones, each once, whatever the size of a page', async () => {
    const whole = (await all(`${noun.plural}?limit=100`)).map(({ id }) => id)
    const small = (await all(`${noun.plural}?limit=7&fields=url`)).map(({ id }) => id)
    expect(small).toEqual(whole)
    expect(new Set(whole).size).toBe(whole.length)
    const [counted] = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM record WHERE noun::text = ${noun.noun} AND is_public_record(noun, id)`
    expect(whole.length).toBe(counted?.n)
  })
  test('are read in as many queries whether a page has few or many', async () => {
    const { data } = await list(`${noun.plural}?limit=100`)
    const counted = async (limit: number) => {
      const spy = vi.spyOn(pg.Client.prototype, 'query')
      await list(`${noun.plural}?limit=${limit}`)
      const count = spy.mock.calls.length
      spy.mockRestore()
      return count
    }
    const [half, whole] = [await counted(Math.ceil(data.length / 2)), await counted(100)]
    // Of a relation that no record of the page has, nothing below it is asked.
    expect(whole).toBeLessThanOrEqual(half + 8)
    expect(whole).toBeLessThanOrEqual(45)
  })
})

test('filters narrow as they say, by id and by address', async () => {
  const session = (await list('sessions?limit=100')).data.find((each) => (each.appearances as object[]).length)
  if (!session) throw new Error('The seed has a session with speakers')
  const [{ person, organisation }] = session.appearances as [
    { person: { id: string; url: string }; organisation: { id: string } | null },
  ]
  const slug = person.url.split('/').at(-1)
  const bySlug = await all(`sessions?person=${slug}`)
  expect(bySlug.map(({ id }) => id)).toContain(session.id)
  expect(await all(`sessions?person=${person.id}`)).toEqual(bySlug)
  expect((await all('sessions')).length).toBeGreaterThan(bySlug.length)
  if (organisation)
    expect((await all(`people?organisation=${organisation.id}`)).map(({ id }) => id)).toContain(person.id)
  const edition = session.edition as { id: string; url: string }
  const path = edition.url.split('/').slice(-2).join('/')
  expect(await all(`statements?edition=${path}`)).toEqual(await all(`statements?edition=${edition.id}`))
  expect(await all('sessions?to=1900-01-01')).toEqual([])
  expect((await all('editions?from=1900-01-01')).every(({ startsOn }) => startsOn !== null)).toBe(true)
  expect(await all('sessions?topic=no-such-topic')).toEqual([])
  for (const noun of nouns)
    for (const name of noun.filters) {
      const value = {
        country: 'kz',
        language: 'en',
        from: '2020-01-01',
        to: '2030-01-01',
        updatedSince: '2020-01-01T00:00:00Z',
        session: session.id,
        edition: edition.id,
      }
      await list(`${noun.plural}?${name}=${value[name as 'country'] ?? 'nobody'}`)
    }
})

test('what changed since then comes in the order of its changes', async () => {
  const id = await published('topic', { texts: { en: { name: 'Lately changed' } } })
  const since = new Date(Date.now() - 60_000).toISOString()
  const changed = await all(`topics?updatedSince=${since}&limit=2`)
  const times = changed.map(({ updatedAt }) => String(updatedAt))
  expect(times).toEqual([...times].sort())
  expect(changed.at(-1)?.id).toBe(id)
  expect(await all(`topics?updatedSince=${new Date(Date.now() + 60_000).toISOString()}`)).toEqual([])
})

test('the examples of the help are answered, with something in them', async () => {
  const { harvest, ...lists } = apiExamples
  for (const path of Object.values(lists))
    expect((await list(path.replace('/api/v1/', ''))).data.length).toBeGreaterThan(0)
  const answer = await harvestRoute(new Request(`http://localhost:3000${harvest}`))
  expect(await answer.text()).toContain('<record>')
})

test('a wrong question is told what is wrong with it', async () => {
  expect(await problemOf('sessions?nonsense=1')).toMatchObject({
    status: 400,
    detail: 'There is no parameter nonsense here.',
  })
  expect(await problemOf('sessions?limit=1000')).toMatchObject({
    status: 400,
    detail: 'The parameter limit is at most 100.',
  })
  expect(await problemOf('sessions?cursor=xyz')).toMatchObject({ status: 400 })
  expect(await problemOf('sessions?limit=1&limit=2')).toMatchObject({ status: 400 })
  expect(await problemOf('people?fields=name,email')).toMatchObject({ status: 400 })
  expect(await problemOf('people?lang=de')).toMatchObject({ status: 400 })
  expect(await problemOf('people?person=a')).toMatchObject({ status: 400 })
  expect(await problemOf('users')).toMatchObject({ status: 404 })
  expect(await problemOf('constructor')).toMatchObject({ status: 404 })
  expect(await problemOf('topics/no-such-topic')).toMatchObject({ status: 404 })
  expect(await problemOf(`topics/${crypto.randomUUID()}`)).toMatchObject({ status: 404 })
})

test('drafts are not there; renamed leads on, merged too, withdrawn says why', async () => {
  const hidden = await draft('topic', { slug: 'not-yet', texts: { en: { name: 'Not yet' } } }, by)
  expect((await problemOf(`topics/${hidden.id}`)).status).toBe(404)
  const id = await published('topic', { slug: 'old-name', texts: { en: { name: 'Old name' } } })
  const { lock } = await db.record.findUniqueOrThrow({ where: { id } })
  await saveRecord({
    id,
    lock,
    content: contentOf('topic', { slug: 'new-name', texts: { en: { name: 'New name' }, ru: { name: 'Новое имя' } } }),
    by,
  })
  await publishRecord({ id, lock: null, by })
  const moved = await ask('topics/old-name?lang=ru')
  expect([moved.status, moved.headers.get('location')]).toEqual([
    308,
    `http://localhost:3000/api/v1/topics/${id}?lang=ru`,
  ])
  expect(await (await ask('topics/new-name')).json()).toMatchObject({
    id,
    slug: 'new-name',
    name: { value: 'New name' },
  })

  const other = await published('topic', { slug: 'twin', texts: { en: { name: 'Twin' } } })
  const lockOf = async (of: string) => ({
    id: of,
    lock: (await db.record.findUniqueOrThrow({ where: { id: of } })).lock,
  })
  const merged = await mergeRecords({
    noun: 'topic',
    kept: await lockOf(id),
    gone: await lockOf(other),
    choices: {},
    by,
  })
  expect(merged.kind).toBe('merged')
  for (const key of [other, 'twin'])
    expect((await ask(`topics/${key}`)).headers.get('location')).toContain(`/topics/${id}`)

  await withdrawRecord({ id, lock: null, by, reasons: { en: 'Taken back', ru: 'Снято' } })
  expect(await problemOf(`topics/${id}?lang=ru`)).toMatchObject({ status: 410, detail: 'Снято' })
  expect(await problemOf('topics/new-name')).toMatchObject({ status: 410, detail: 'Taken back' })
  expect((await all('topics')).map((each) => each.id)).not.toContain(id)
})

test('who has an answer already is told so; any site may ask', async () => {
  const first = await ask('forums')
  const etag = first.headers.get('etag') ?? ''
  const again = await ask('forums', { 'if-none-match': `"other", W/${etag}` })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
  expect(first.headers.get('access-control-allow-origin')).toBe('*')
  const preflight = OPTIONS()
  expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD, OPTIONS'])
  expect(Object.keys((await list('people?fields=name')).data[0] ?? {}).sort()).toEqual(['id', 'name'])
})

test('the description is OpenAPI 3.1, and its schemas take the answers', async () => {
  const document = openApiDocument()
  expect(document.openapi).toBe('3.1.0')
  const ajv = addFormats(new Ajv2020({ strict: false }))
  ajv.addSchema(JSON.parse(JSON.stringify(document)), 'openapi')
  for (const noun of nouns) {
    const path = `/api/v1/${noun.plural}`
    expect(Object.keys(document.paths ?? {})).toContain(path)
    const at = `openapi#/paths/${path.replaceAll('/', '~1')}/get/responses/200/content/application~1json/schema`
    const page = await list(`${noun.plural}?limit=100`)
    const takes = ajv.getSchema(at)
    expect([noun.plural, takes?.(page), takes?.errors]).toEqual([noun.plural, true, null])
    expect(takes?.({ ...page, data: [{ id: 1 }] })).toBe(false)
    const parameters = document.paths?.[path]?.get?.parameters?.map((each) => 'name' in each && each.name)
    expect(parameters).toEqual(expect.arrayContaining(['limit', 'cursor', 'lang', 'fields', ...noun.filters]))
  }
})
