import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { isPublicId } from '@/lib/public-id'
import { writeSeed } from './write-seed'

const article = new URL('../../../shared/article/article.md', import.meta.url)

let firstRuns: string[]

beforeAll(async () => {
  firstRuns = await Promise.all([writeSeed(db), writeSeed(db)])
})

describe('the seed', () => {
  test('is written once, though two programs start on it at the same moment', () => {
    expect(firstRuns.sort()).toEqual(['already there', 'written'])
  })

  test('holds what the article holds', async () => {
    expect({
      forums: await db.forum.count(),
      editions: await db.edition.count(),
      sessions: await db.session.count(),
      people: await db.person.count(),
      speakers: (await db.appearance.groupBy({ by: ['personId'] })).length,
      statements: await db.statement.count(),
      topics: await db.topic.count(),
      sources: await db.source.count(),
    }).toEqual({
      forums: 1,
      editions: 2,
      sessions: 11,
      people: 5,
      speakers: 5,
      statements: 11,
      topics: 13,
      sources: 1,
    })
  })

  test('written a second time changes nothing', async () => {
    const before = await everything()
    expect(await writeSeed(db)).toBe('already there')
    expect(await everything()).toEqual(before)
  })

  test('leaves alone an archive in which the forum has got another address', async () => {
    const renamed = await db.forum.update({ where: { slug: 'astana-think-tank-forum' }, data: { slug: 'renamed' } })
    expect(await writeSeed(db)).toBe('already there')
    expect(await db.forum.count()).toBe(1)
    await db.forum.update({ where: { id: renamed.id }, data: { slug: 'astana-think-tank-forum' } })
  })

  test('is published as a whole', async () => {
    const unpublished = { where: { OR: [{ state: { not: 'published' as const } }, { publishedAt: null }] } }
    expect([
      await db.forum.count(unpublished),
      await db.edition.count(unpublished),
      await db.session.count(unpublished),
      await db.person.count(unpublished),
      await db.organisation.count(unpublished),
      await db.topic.count(unpublished),
      await db.statement.count(unpublished),
      await db.source.count(unpublished),
    ]).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  })

  test('lists the sessions in the order of the article', async () => {
    const sessions = await db.session.findMany({ orderBy: { id: 'asc' }, select: { slug: true } })
    expect(sessions.map(({ slug }) => slug)).toEqual([
      'opening',
      'middle-powers-bridging-divides',
      'renewal-of-international-institutions',
      'south-korea-and-central-asia',
      'international-security',
      'nuclear-disarmament',
      'artificial-intelligence',
      'trade',
      'transport',
      'climate-change',
      'water-security',
    ])
  })
})

describe('evidence', () => {
  test('every statement has one citation, with its paragraph', async () => {
    const statements = await db.statement.findMany({ include: { citations: true } })
    for (const { citations } of statements) {
      expect(citations).toEqual([expect.objectContaining({ locator: expect.stringMatching(/^P[2-6]$/), claim: null })])
    }
  })

  test('no record is without a citation, and no citation without its paragraph', async () => {
    const uncited = { where: { citations: { none: {} } } }
    expect([
      await db.forum.count(uncited),
      await db.edition.count(uncited),
      await db.session.count(uncited),
      await db.appearance.count(uncited),
      await db.person.count(uncited),
      await db.organisation.count(uncited),
      await db.topic.count(uncited),
      await db.statement.count(uncited),
    ]).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
    const locators = (await db.citation.findMany()).map(({ locator }) => locator)
    expect(locators.filter((locator) => !/^P[0-8]$/.test(locator ?? ''))).toEqual([])
  })

  test('each value known of the edition of 2025 has its own', async () => {
    const claims = await db.citation.findMany({ where: { edition: { slug: '2025' } }, distinct: ['claim'] })
    expect(claims.map(({ claim }) => claim).sort()).toEqual(
      ['countries', 'dates', 'host', 'number', 'place', 'summary', 'theme', 'year'].sort(),
    )
  })
})

describe('what the article does not say', () => {
  test('the first edition is no more than a number', async () => {
    const first = await db.edition.findFirst({
      where: { number: 1 },
      include: { texts: true, sessions: true, days: true },
    })
    expect(first).toMatchObject({
      slug: 'first',
      year: null,
      startsOn: null,
      endsOn: null,
      countryCode: null,
      countryCount: null,
      sessions: [],
      days: [],
    })
    expect(first?.texts.map(({ city }) => city)).toEqual([null, null, null])
  })

  test('the exact days of 2025 are left open', async () => {
    expect(await db.edition.findFirst({ where: { number: 2 }, include: { days: true } })).toMatchObject({
      datePrecision: 'month',
      endsOn: null,
      days: [{ date: null }, { date: null }],
    })
  })

  test('those who were only mentioned are nobody’s name', async () => {
    const names = [...(await db.personText.findMany()), ...(await db.personName.findMany())].map(({ name }) => name)
    expect(names.filter((name) => /To[kq]a|Тоқа|Тока|Lee Jae|Jae.?[Mm]yung|Чэ Мён|Чжэ Мён/.test(name))).toEqual([])
  })

  test('no session has a time, a room or a place in the order but the opening', async () => {
    const sessions = await db.session.findMany({ include: { day: true } })
    for (const { slug, ...session } of sessions) {
      const isOpening = slug === 'opening'
      expect(session).toMatchObject({
        startsAt: null,
        endsAt: null,
        roomId: null,
        trackId: null,
        language: null,
        isTitleSupplied: true,
        position: isOpening ? 1 : null,
        day: isOpening ? { number: 1, date: null } : null,
      })
    }
  })

  test('nobody has a biography, a portrait or an identifier', async () => {
    expect(await db.personText.count({ where: { biography: { not: null } } })).toBe(0)
    expect(await db.person.count({ where: { portraitId: { not: null } } })).toBe(0)
    expect(await db.personIdentifier.count()).toBe(0)
    expect(await db.organisationIdentifier.count()).toBe(0)
  })

  test('a country hangs on an appearance, for a person has none', async () => {
    expect(Object.keys(db.person.fields).filter((field) => /country|nation/i.test(field))).toEqual([])
    const appearances = await db.appearance.findMany({ orderBy: { id: 'asc' } })
    expect(appearances.map(({ countryCode }) => countryCode)).toEqual(['KZ', 'KZ', 'US', 'US', 'KR'])
  })

  test('the source has neither author nor publisher, date nor address', async () => {
    expect(await db.source.findFirst()).toMatchObject({
      author: null,
      publisher: null,
      publishedOn: null,
      url: null,
      keptCopyId: null,
    })
  })
})

describe('texts', () => {
  test('every record is in English, and translated into Kazakh and Russian by the project', async () => {
    const texts = { texts: { orderBy: { language: 'asc' as const } } }
    const positions = { texts: { some: {} } }
    const records = [
      ...(await db.forum.findMany({ include: texts })),
      ...(await db.edition.findMany({ include: texts })),
      ...(await db.session.findMany({ include: texts })),
      ...(await db.person.findMany({ include: texts })),
      ...(await db.organisation.findMany({ include: texts })),
      ...(await db.topic.findMany({ include: texts })),
      ...(await db.statement.findMany({ include: texts })),
      ...(await db.source.findMany({ include: texts })),
      ...(await db.appearance.findMany({ where: positions, include: texts })),
    ]
    for (const record of records) {
      expect(record.texts.map(({ language, status, translator }) => ({ language, status, translator }))).toEqual([
        { language: 'en', status: 'original', translator: null },
        { language: 'kk', status: 'machine', translator: 'plenary' },
        { language: 'ru', status: 'machine', translator: 'plenary' },
      ])
      const [en, ...translations] = record.texts
      for (const translation of translations) expect(filledFields(translation)).toEqual(filledFields(en))
    }
  })

  test('all positions but one are given', async () => {
    const unnamed = await db.appearance.findMany({ where: { texts: { none: {} } }, include: { person: true } })
    expect(unnamed.map(({ person }) => person.slug)).toEqual(['charles-mclean'])
  })

  test('every topic has synonyms in each language', async () => {
    const groups = await db.topicSynonym.groupBy({ by: ['topicId', 'language'] })
    expect(groups).toHaveLength(13 * 3)
  })

  const isHere = existsSync(article)
  const why = isHere ? '' : ' (left out: the article is not beside this checkout)'
  test.skipIf(!isHere)(`no eight words in a row are the article’s${why}`, async () => {
    const taken = new Set(
      readFileSync(article, 'utf8')
        .split('\n')
        .filter((line) => /^\*\*P\d\*\*/.test(line))
        .flatMap((line) => runsOfEight(line.replace(/^\*\*P\d\*\*/, ''))),
    )
    expect(taken.size).toBeGreaterThan(500)
    const texts = (await seededTexts()).flatMap(runsOfEight)
    expect(texts.filter((run) => taken.has(run))).toEqual([])
  })
})

describe('permanent ids', () => {
  test('are the same in every archive', async () => {
    const statements = await db.statement.findMany({ orderBy: { position: 'asc' } })
    const ids = [...statements, await db.source.findFirstOrThrow()].map(({ publicId }) => publicId)
    expect(ids).toEqual([
      ...['g7whvpf5', '22s8t24f', 'xqmdnk8a', 'hsv6mt75', 'dghepj4z', '4kkjn3cr', 'nc4fwppc', 'bbh4srfr'],
      ...['1w5jzt37', '62ysp6n4', '8qk692e6', '7v7bjz44'],
    ])
    expect(new Set(ids).size).toBe(12)
    expect(ids.every(isPublicId)).toBe(true)
  })
})

/** Every row that the seed might touch, and the number that each change to what readers see raises. */
async function everything() {
  const all = { include: { texts: true, citations: true } }
  return {
    version: await db.contentVersion.findMany(),
    forums: await db.forum.findMany(all),
    editions: await db.edition.findMany({
      include: { ...all.include, days: true, countries: true, organisations: true, slugs: true },
    }),
    sessions: await db.session.findMany({ include: { ...all.include, topics: true, appearances: all, slugs: true } }),
    people: await db.person.findMany({ include: { ...all.include, names: true, slugs: true } }),
    organisations: await db.organisation.findMany({ include: { ...all.include, names: true, slugs: true } }),
    topics: await db.topic.findMany({ include: { ...all.include, synonyms: true, broader: true, slugs: true } }),
    statements: await db.statement.findMany({ include: { ...all.include, topics: true } }),
    sources: await db.source.findMany({ include: { texts: true } }),
  }
}

const filledFields = (row: object | undefined) =>
  Object.entries(row ?? {})
    .filter(([field, value]) => value !== null && field !== 'translator')
    .map(([field]) => field)

/** All that readers read, but for the article's own title, which may be quoted. */
async function seededTexts() {
  const rows: object[] = [
    ...(await db.forumText.findMany()),
    ...(await db.editionText.findMany()),
    ...(await db.sessionText.findMany()),
    ...(await db.personText.findMany()),
    ...(await db.personName.findMany()),
    ...(await db.organisationText.findMany()),
    ...(await db.organisationName.findMany()),
    ...(await db.topicText.findMany()),
    ...(await db.topicSynonym.findMany()),
    ...(await db.statementText.findMany()),
    ...(await db.appearanceText.findMany()),
    ...(await db.sourceText.findMany({ select: { note: true } })),
  ]
  return rows.flatMap((row) => Object.values(row).filter((value) => typeof value === 'string'))
}

function runsOfEight(text: string) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(7).map((_, index) => words.slice(index, index + 8).join(' '))
}
