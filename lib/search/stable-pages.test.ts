import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { fillArchive } from '@/lib/testing/factory'
import { closeSearch } from './pool'
import { readSearchRequest } from './request'
import { search } from './search'

beforeAll(() =>
  fillArchive(db, {
    forums: 1,
    editions: 2,
    sessions: 60,
    people: 1,
    organisations: 1,
    topics: 1,
    speakers: 1,
    statements: 0,
  }),
)
afterAll(closeSearch)

const find = (query: Record<string, string>) => search(readSearchRequest(query), 'en')
const pathsOf = ({ hits }: Awaited<ReturnType<typeof find>>) => hits.map(({ path }) => path)

test.each<Record<string, string>>([{ q: 'water' }, { q: 'water', sort: 'date' }])(
  'who reads on while records are added reads nothing twice and misses nothing: %j',
  async (query) => {
    const first = await find(query)
    const rest = Array.from({ length: first.pages - 1 }, (_, n) => ({ ...query, page: String(n + 2) }))
    const before = (await Promise.all(rest.map(find))).flatMap(pathsOf)
    expect(before.length).toBeGreaterThan(20)

    // Newer than all others and of nothing else: they would stand first.
    const { id: editionId } = await db.edition.findFirstOrThrow({ orderBy: { year: 'desc' } })
    for (const n of [1, 2, 3])
      await db.session.create({
        data: {
          ...{ editionId, slug: `added-${n}-${query.sort ?? 'best'}`, state: 'published', publishedAt: new Date() },
          format: 'panel',
          startsAt: new Date('2039-01-01T00:00:00Z'),
          texts: { create: { language: 'en', status: 'original', title: 'Water' } },
        },
      })
    const asof = String(first.asOf)
    const after = (await Promise.all(rest.map((page) => find({ ...page, asof })))).flatMap(pathsOf)
    expect(after).toEqual(before)
    expect(
      pathsOf(await find(query)).filter((path) => path.includes(`-${query.sort ?? 'best'}`) && path.includes('added-')),
    ).toHaveLength(3)
    expect((await find({ ...query, page: '2', asof })).total).toBe(first.total)
  },
)
