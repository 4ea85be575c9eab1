import pg from 'pg'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { locales } from '@/lib/i18n/locales'
import { countMentioning } from '@/lib/merging/mentioning'
import { listPairs, pairsOf } from '@/lib/merging/pairs'
import { fillDesk, person } from '@/lib/testing/desk-records'
import { emptyTables } from '@/lib/testing/empty-tables'
import { listBin } from './bin-queries'
import { readChangeFilters } from './change-filters'
import { listChanges } from './change-list'
import { deskTimeZone } from './desk-zone'
import { findRecords, likelyDuplicates } from './find-records'
import { listHistory, recentHistory } from './history'
import { readListFilters } from './list-filters'
import { authorChoices, listRecords, parentChoices } from './list-queries'
import { countMissing, countWithoutTitle } from './missing'
import { missingKinds } from './missing-kinds'
import { nouns } from './nouns'
import { countWaiting, listLately, listOwnDrafts, listScheduled, listWaiting } from './overview'
import { markPresent } from './presence'

const nobody = '018f0000-0000-7000-8000-000000000000'
const list = (noun: 'session' | 'statement' | 'person', query: Record<string, string>, page = 1) =>
  listRecords(noun, readListFilters(query), page, 'ru')

/** Everything that the desk's lists, pickers and overview ask, as somebody uses them. */
const asked: Record<string, () => Promise<unknown>> = {
  list: () => list('session', {}),
  'list, another page by name': () => list('session', { order: 'name' }, 2),
  'list, by name backwards': () => list('session', { order: '-name' }),
  'list, by state': () => list('session', { order: 'state' }),
  'list, oldest changes': () => list('statement', { order: '-changed' }),
  'list, searched': () => list('session', { q: 'water policy' }),
  'list, searched by the beginning of a word': () => list('statement', { q: 'wa', order: 'name' }),
  'list, searched in Russian': () => list('session', { q: 'климат торг' }),
  'list, withdrawn': () => list('session', { state: 'withdrawn' }),
  'list, changed': () => list('session', { state: 'changed', order: 'name' }),
  'list, without a language': () => list('session', { without: 'kk' }),
  'list, by an author': () => list('session', { by: nobody }),
  'list, below a record': () => list('session', { of: nobody }),
  ...Object.fromEntries(
    missingKinds.flatMap((missing) => [
      [`missing ${missing}`, () => countMissing(missing)],
      [`list, missing ${missing}`, () => list(missing === 'source' ? 'statement' : 'session', { missing })],
    ]),
  ),
  ...Object.fromEntries(locales.map((locale) => [`missing titles, ${locale}`, () => countWithoutTitle(locale)])),
  'likely duplicates': () => listPairs(null, 1, 'en'),
  'likely duplicates of one': () => pairsOf('person', nobody, 'en'),
  'who mentions': () => countMentioning('person', nobody),
  'menu of editions': () => parentChoices('session', null, 'ru'),
  'menu of authors': authorChoices,
  ...Object.fromEntries(
    nouns.map((noun) => [`picker of ${noun}`, () => findRecords({ noun, text: 'wat tra', locale: 'ru' })]),
  ),
  'picker, one letter': () => findRecords({ noun: 'session', text: 'w', locale: 'en' }),
  'picker, a whole name': () => findRecords({ noun: 'person', text: 'Climate Water 12', locale: 'en' }),
  duplicates: () => likelyDuplicates('person', ['Климат Ватер', 'Water Trade 100'], { locale: 'en' }),
  'history, a page': () => listHistory(nobody, 1),
  'history, the last acts': () => recentHistory(nobody),
  bin: () => listBin(1, 'ru'),
  'recent changes': () => listChanges(readChangeFilters({}), 'UTC', 'ru'),
  'recent changes of an edition': () => listChanges(readChangeFilters({ edition: nobody, by: nobody }), 'UTC', 'ru'),
  presence: () => markPresent(nobody, nobody),
  'overview, waiting': () => listWaiting('ru'),
  'overview, drafts': () => listOwnDrafts(nobody, 'ru'),
  'overview, scheduled': () => listScheduled('ru'),
  'overview, lately': () => listLately('ru'),
  navigation: countWaiting,
  'time zone': deskTimeZone,
}

type Statement = { text: string; values: unknown[] }

/** What the database is asked while something runs, as the driver sends it. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  return spy.mock.calls.flatMap(([query]) => {
    const { text, values = [] } = query as unknown as { text: string; values?: unknown[] }
    return /^\s*(?:SELECT|WITH)/i.test(text) ? [{ text, values }] : []
  })
}

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Plan[] }

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

async function planOf({ text, values }: Statement): Promise<Plan[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    const { rows } = await client.query({ text: `EXPLAIN (FORMAT JSON) ${text}`, values })
    return nodesOf((rows[0] as { 'QUERY PLAN': [{ Plan: Plan }] })['QUERY PLAN'][0].Plan)
  } finally {
    await client.end()
  }
}

const few: Record<string, number> = {}

afterEach(() => vi.restoreAllMocks())

beforeAll(async () => {
  await person(db, 'Somebody')
  await fillDesk(process.env.DATABASE_URL ?? '', { sessions: 20, people: 20 })
  for (const [name, work] of Object.entries(asked)) {
    few[name] = (await statementsOf(work)).length
    vi.restoreAllMocks()
  }
  await emptyTables()
  await person(db, 'Somebody')
  await fillDesk(process.env.DATABASE_URL ?? '', { sessions: 20_000, people: 5000 })
}, 300_000)

test('of 20,000 sessions the lists and pickers ask as often as of 20, and something at all', async () => {
  expect(await db.record.count({ where: { noun: 'session' } })).toBe(20_000)
  const many: typeof few = {}
  for (const [name, work] of Object.entries(asked)) {
    many[name] = (await statementsOf(work)).length
    vi.restoreAllMocks()
  }
  for (const [name, count] of Object.entries(many)) {
    // A picker that finds something also asks what is known of it.
    expect([name, count <= Math.max(few[name] ?? 0, 3)]).toEqual([name, true])
    expect(count, name).toBeGreaterThan(0)
  }
}, 120_000)

test('whatever is asked, records, their words and the audit are read by an index', async () => {
  for (const [name, work] of Object.entries(asked)) {
    const statements = await statementsOf(work)
    vi.restoreAllMocks()
    expect(statements.length, name).toBeGreaterThan(0)
    for (const statement of statements) {
      const plan = await planOf(statement)
      const through = plan.filter(
        (node) =>
          node['Node Type'] === 'Seq Scan' &&
          ['record', 'record_word', 'revision', 'appearance'].includes(node['Relation Name'] ?? ''),
      )
      expect([name, through, through.length && statement.text]).toEqual([name, [], 0])
    }
  }
}, 120_000)
