import { beforeAll, expect, test } from 'vitest'
import { statementAt } from '@/lib/addresses'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { toCitable } from './citable'
import { readStatementFilters } from './filters'
import { getStatement, listStatements } from './queries'

const total = async (query: Record<string, string>) =>
  (await listStatements(readStatementFilters(query), 1, 'en')).total

async function statement(publicId: string, locale: Locale = 'en') {
  const address = await statementAt(publicId)
  const found = address?.kind === 'published' ? await getStatement(address.id, locale) : null
  if (!found) throw new Error(`No statement ${publicId}`)
  return found
}

beforeAll(async () => {
  process.env.PLENARY_URL = 'https://archive.example.org'
  await startFromSeed()
})

test('the list narrows by every filter, alone and together', async () => {
  expect(await total({})).toBe(11)
  expect(await total({ speaker: 'joshua-lincoln' })).toBe(3)
  expect(await total({ kind: 'proposal' })).toBe(1)
  expect(await total({ session: 'astana-think-tank-forum/2025/opening' })).toBe(3)
  expect(await total({ edition: 'astana-think-tank-forum/2025', speaker: 'joshua-lincoln', kind: 'assessment' })).toBe(
    2,
  )
  expect(await total({ edition: 'astana-think-tank-forum/first' })).toBe(0)
  expect(await total({ session: 'astana-think-tank-forum/2025/nothing' })).toBe(0)
})

test('a statement stands beside those of its session', async () => {
  const second = await statement('4kkjn3cr')
  expect(second.previous?.path).toBe('/statements/dghepj4z')
  expect(second.next).not.toBeNull()
  expect((await statement('g7whvpf5')).previous).toBeNull()
  expect((await statement('xqmdnk8a')).next).toBeNull()
})

test('a translation keeps its original beside it', async () => {
  const russian = await statement('dghepj4z', 'ru')
  expect(russian.text).toMatchObject({ language: 'ru', status: 'machine' })
  expect(russian.original).toMatchObject({ language: 'en', status: 'original' })
  const english = await statement('dghepj4z')
  expect(english.original.value).toBe(english.text.value)
})

test('a statement is cited as exactly as it is known', async () => {
  const citable = toCitable(await statement('dghepj4z'), i18n('en'))
  expect(citable).toMatchObject({
    url: 'https://archive.example.org/statements/dghepj4z?version=1',
    date: { year: 2025, month: 10 },
    dateInWords: 'October 2025',
    session: '[Renewal of international institutions]',
    place: 'Astana, Kazakhstan',
    form: 'Paraphrase',
  })
  expect(citable.date).not.toHaveProperty('day')
  expect(citable.textAsCited).toBe(citable.text)
  const kazakh = toCitable(await statement('dghepj4z', 'kk'), i18n('kk'))
  expect(kazakh.url).toBe('https://archive.example.org/kk/statements/dghepj4z?version=1')
  expect(kazakh.sources[0]).toContain('Astana forum highlights')
})

test('a statement is withdrawn from its list with its speaker', async () => {
  await db.person.update({ where: { slug: 'joshua-lincoln' }, data: { state: 'draft' } })
  expect(await total({})).toBe(8)
  expect(await statementAt('dghepj4z')).toBeNull()
})
