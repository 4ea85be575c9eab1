import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { listSitemapFiles, listSitemapPages, RECORDS_IN_FILE } from './sitemap'
import { sitemapIndexXml, sitemapXml } from './sitemap-xml'
import { fillArchive } from './testing/factory'

const size = {
  forums: 1,
  editions: 1,
  sessions: 4,
  people: RECORDS_IN_FILE + 30,
  organisations: 3,
  topics: 2,
  speakers: 400,
  statements: 2,
}

describe('the sitemap', () => {
  test('of an empty archive lists its lists', async () => {
    const files = await listSitemapFiles()
    expect(files.map(({ path }) => path)).toEqual(['/sitemaps/lists-1.xml'])
    const pages = await listSitemapPages('lists-1.xml')
    expect(pages?.map(({ path }) => path)).toContain('/speakers')
  })

  test('lists what is public, and nothing twice', async () => {
    await fillArchive(db, size)
    await db.statement.update({ where: { publicId: await anyStatement() }, data: { state: 'draft' } })
    await db.session.updateMany({ where: { slug: 'session-3' }, data: { state: 'draft' } })
    const paths = await allPaths()
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths).toContain('/forums/forum-0/2025')
    expect(paths).toContain('/forums/forum-0/2025/timetable')
    expect(paths).toContain('/forums/forum-0/2025/sessions/session-0')
    expect(paths).not.toContain('/forums/forum-0/2025/sessions/session-3')
    expect(paths).toContain('/organisations/organisation-0')
    expect(paths).toContain('/topics/topic-0')
    expect(paths).toContain('/countries/kz')
    // One statement is a draft, two stand in the session that is one.
    const statements = paths.filter((path) => path.startsWith('/statements/'))
    expect([5, 6]).toContain(statements.length)
  })

  test('is parted into files of a bounded size', async () => {
    await db.session.updateMany({ where: {}, data: { state: 'published' } })
    const everybody = await db.person.findMany({ select: { id: true } })
    const session = await db.session.findFirstOrThrow()
    await db.appearance.createMany({
      data: everybody.map(({ id }) => ({ personId: id, sessionId: session.id, role: 'discussant' as const })),
    })
    const files = (await listSitemapFiles()).map(({ path }) => path)
    expect(files.filter((path) => path.includes('speakers'))).toEqual([
      '/sitemaps/speakers-1.xml',
      '/sitemaps/speakers-2.xml',
    ])
    expect(await listSitemapPages('speakers-1.xml')).toHaveLength(RECORDS_IN_FILE)
    expect(await listSitemapPages('speakers-2.xml')).toHaveLength(30)
    expect(3 * RECORDS_IN_FILE).toBeLessThanOrEqual(10_000)
  })

  test.each(['speakers-3.xml', 'speakers-0.xml', 'speakers-1', 'constructor-1.xml', '..-1.xml', ''])(
    'has no file %j',
    async (file) => {
      expect(await listSitemapPages(file)).toBeNull()
    },
  )
})

const anyStatement = async () => (await db.statement.findFirstOrThrow({ orderBy: { publicId: 'asc' } })).publicId

async function allPaths() {
  const files = await listSitemapFiles()
  const pages = await Promise.all(files.map(({ path }) => listSitemapPages(path.replace('/sitemaps/', ''))))
  return pages.flatMap((list) => list ?? []).map(({ path }) => path)
}

describe('sitemap files', () => {
  const changedAt = new Date('2026-11-24T03:00:00Z')

  test('list every page in three languages, each naming the others', () => {
    const xml = sitemapXml([{ path: '/speakers/a', changedAt }], 'https://archive.example')
    const addresses = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1])
    expect(addresses).toEqual([
      'https://archive.example/speakers/a',
      'https://archive.example/kk/speakers/a',
      'https://archive.example/ru/speakers/a',
    ])
    expect(xml.match(/hreflang="x-default" href="https:\/\/archive\.example\/speakers\/a"/g)).toHaveLength(3)
    expect(xml.match(/hreflang="kk"/g)).toHaveLength(3)
    expect(xml).toContain('<lastmod>2026-11-24T03:00:00.000Z</lastmod>')
  })

  test('escape an awkward address', () => {
    expect(sitemapIndexXml([{ path: '/sitemaps/lists-1.xml', changedAt: null }], 'https://a.example/?a&b')).toContain(
      '<sitemap><loc>https://a.example/?a&amp;b/sitemaps/lists-1.xml</loc></sitemap>',
    )
  })
})
