import pg from 'pg'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { readSpeakerFilters } from './filters'
import { listSpeakers } from './list'

const published = { state: 'published', publishedAt: new Date('2026-01-01') } as const
const none = readSpeakerFilters({})

type Names = Partial<Record<Locale, string>>

let sessions: Record<'old' | 'new' | 'draft', string>
let organisation: string
let slug = 0

/** Somebody published, whose first name given is the original. */
async function addPerson(names: Names, appearances: { session: string; countryCode?: string; position?: string }[]) {
  await db.person.create({
    data: {
      slug: `person-${slug++}`,
      ...published,
      texts: {
        create: Object.entries(names).map(([language, sortName], index) => ({
          language,
          status: index === 0 ? ('original' as const) : ('human' as const),
          name: sortName.replace(/(.*), (.*)/, '$2 $1'),
          sortName,
        })),
      },
      appearances: {
        create: appearances.map(({ session, countryCode, position }) => ({
          sessionId: session,
          role: 'speaker' as const,
          countryCode: countryCode ?? null,
          organisationId: position ? organisation : null,
          ...(position
            ? { texts: { create: { language: 'en', status: 'original' as const, positionHeld: position } } }
            : {}),
        })),
      },
    },
  })
}

async function addSession(edition: { slug: string; year: number }, isPublished = true) {
  const { id: forumId } = await db.forum.upsert({
    where: { slug: 'forum' },
    update: {},
    create: { slug: 'forum', ...published, texts: { create: { language: 'en', status: 'original', name: 'Forum' } } },
  })
  const { sessions } = await db.edition.create({
    data: {
      forumId,
      ...edition,
      timeZone: 'Asia/Almaty',
      startsOn: new Date(Date.UTC(edition.year, 9, 1)),
      datePrecision: 'month',
      ...published,
      sessions: {
        create: {
          slug: 'session',
          format: 'panel',
          ...(isPublished ? published : {}),
          texts: { create: { language: 'en', status: 'original', title: 'Session' } },
        },
      },
    },
    select: { sessions: { select: { id: true } } },
  })
  return sessions[0]?.id ?? ''
}

const namesIn = async (locale: Locale, filters: Parameters<typeof listSpeakers>[0] = none) =>
  (await listSpeakers(filters, 1, locale)).items.map(({ letter, appearance }) => [
    letter,
    appearance.person.sortName.value,
  ])

beforeAll(async () => {
  sessions = {
    old: await addSession({ slug: '2020', year: 2020 }),
    new: await addSession({ slug: '2025', year: 2025 }),
    draft: await addSession({ slug: '2026', year: 2026 }, false),
  }
  organisation = (
    await db.organisation.create({
      data: {
        slug: 'institute',
        ...published,
        texts: { create: { language: 'en', status: 'original', name: 'Institute' } },
      },
    })
  ).id
  const here = [{ session: sessions.new }]
  for (const kk of ['Қанат', 'Камал', 'Кямал', 'Ғабит', 'Гүлнар', 'Әсел', 'Асел', 'Яна', 'Іңкәр', 'Ыдырыс', 'Ёлкин']) {
    await addPerson({ kk }, here)
  }
  await addPerson({ ru: 'Елкин' }, here)
  await addPerson({ ru: 'Еремин' }, here)
  await addPerson({ en: 'Éluard, Paul', ru: 'Элюар, Поль' }, here)
  await addPerson({ en: 'Eliot, T. S.' }, here)
  await addPerson({ en: 'Emerson' }, here)
  await addPerson({ en: '2pac' }, here)
  await addPerson({ en: 'Moved, Anna' }, [
    { session: sessions.old, countryCode: 'KZ', position: 'Student' },
    { session: sessions.new, countryCode: 'DE', position: 'Professor' },
    { session: sessions.draft, countryCode: 'FR', position: 'Minister' },
  ])
  await addPerson({ en: 'Unseen' }, [{ session: sessions.draft }])
})

describe('the order of speakers', () => {
  test('is that of the Kazakh alphabet, each of whose letters stands by itself, before the Latin one', async () => {
    expect(await namesIn('kk')).toEqual([
      ['#', '2pac'],
      ['А', 'Асел'],
      ['Ә', 'Әсел'],
      ['Г', 'Гүлнар'],
      ['Ғ', 'Ғабит'],
      ['Е', 'Елкин'],
      ['Е', 'Еремин'],
      ['Ё', 'Ёлкин'],
      ['К', 'Камал'],
      ['К', 'Кямал'],
      ['Қ', 'Қанат'],
      ['Ы', 'Ыдырыс'],
      ['І', 'Іңкәр'],
      ['Я', 'Яна'],
      ['E', 'Eliot, T. S.'],
      ['E', 'Éluard, Paul'],
      ['E', 'Emerson'],
      ['M', 'Moved, Anna'],
    ])
  })

  test('takes Ё for Е in Russian, and the name in the reader’s language where there is one', async () => {
    const names = await namesIn('ru')
    expect(names.filter(([letter]) => letter === 'Е').map(([, name]) => name)).toEqual(['Елкин', 'Ёлкин', 'Еремин'])
    expect(names).toContainEqual(['Э', 'Элюар, Поль'])
  })

  test('takes É for E in English', async () => {
    const names = await namesIn('en')
    expect(names.filter(([letter]) => letter === 'E').map(([, name]) => name)).toEqual([
      'Eliot, T. S.',
      'Éluard, Paul',
      'Emerson',
    ])
  })

  test.each(['en', 'kk', 'ru'] as const)('keeps every letter together (%s)', async (locale) => {
    const letters = (await namesIn(locale)).map(([letter]) => letter)
    const runs = letters.filter((letter, index) => letter !== letters[index - 1])
    expect(new Set(runs).size).toBe(runs.length)
    const { letters: offered } = await listSpeakers(none, 1, locale)
    expect(offered.map(({ letter }) => letter)).toEqual(runs)
    expect(offered.reduce((sum, { count }) => sum + count, 0)).toBe(letters.length)
  })
})

describe('the list of speakers', () => {
  const moved = async (query: Record<string, string>) => {
    const { items } = await listSpeakers(readSpeakerFilters(query), 1, 'en')
    return items.find(({ appearance }) => appearance.person.name.value === 'Anna Moved')?.appearance
  }

  test('shows the latest public appearance, or the one of the edition asked for', async () => {
    expect((await moved({}))?.positionHeld?.value).toBe('Professor')
    expect((await moved({ edition: 'forum/2020' }))?.positionHeld?.value).toBe('Student')
    expect((await moved({ country: 'kz' }))?.positionHeld?.value).toBe('Student')
  })

  test('leaves out those seen only in drafts', async () => {
    expect(await moved({ country: 'fr' })).toBeUndefined()
    expect((await namesIn('en')).flat()).not.toContain('Unseen')
  })

  test('is narrowed by organisation, and empty for what does not exist', async () => {
    expect(await namesIn('en', readSpeakerFilters({ organisation: 'institute' }))).toEqual([['M', 'Moved, Anna']])
    for (const query of [{ organisation: 'nobody' }, { topic: 'nothing' }, { edition: 'forum/1999' }]) {
      const list = await listSpeakers(readSpeakerFilters(query), 1, 'en')
      expect(list).toMatchObject({ items: [], total: 0, letters: [] })
    }
  })

  test('is narrowed by letter, while the others stay on offer', async () => {
    const list = await listSpeakers(readSpeakerFilters({ letter: 'қ' }), 1, 'kk')
    expect(list.items.map(({ appearance }) => appearance.person.name.value)).toEqual(['Қанат'])
    expect(list.total).toBe(1)
    expect(list.letters.length).toBeGreaterThan(10)
  })

  test('has a hundred to a page, in as many queries as for a few', async () => {
    const queries = vi.spyOn(pg.Client.prototype, 'query')
    const count = async (page: number) => {
      queries.mockClear()
      const list = await listSpeakers(none, page, 'en')
      return { list, queries: queries.mock.calls.length }
    }
    const few = await count(1)
    for (let number = 100; number < 230; number++) await addPerson({ en: `Zed ${number}` }, [{ session: sessions.old }])
    const many = await count(1)
    const { list: last } = await count(2)
    queries.mockRestore()
    expect(few.queries).toBeGreaterThan(3)
    expect(many.queries).toBe(few.queries)
    expect(many.list.items).toHaveLength(100)
    expect(last).toMatchObject({ page: 2, pages: 2, total: few.list.total + 130 })
    expect(last.items).toHaveLength(few.list.total + 30)
    expect(last.items.some(({ appearance }) => appearance.person.name.value === 'Zed 229')).toBe(true)
  })
})

test('an address can ask for what it likes', () => {
  expect(readSpeakerFilters({ letter: '\0', country: 'zz', edition: '2025', organisation: 'A B', topic: '%' })).toEqual(
    none,
  )
  expect(readSpeakerFilters({ letter: 'й', country: 'KZ' })).toMatchObject({ letter: 'Й', country: 'kz' })
})
