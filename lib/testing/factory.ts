import { randomUUID } from 'node:crypto'
import { Prisma, type PrismaClient } from '@/prisma/client/client'
import { AppearanceRole, SessionFormat, StatementKind } from '@/prisma/client/enums'

export type ArchiveSize = {
  forums: number
  editions: number
  sessions: number
  people: number
  organisations: number
  topics: number
  /** Of each session. */
  speakers: number
  /** Of each session. */
  statements: number
}

const ROWS_AT_ONCE = 1000
const COUNTRIES = ['KZ', 'CN', 'KR', 'US', 'DE', 'TR', 'UZ', 'FR', 'IN', 'JP']
const WORDS =
  'middle power trust dialogue water climate trade transport security reform institution region council energy health research data policy union border river market school youth media law finance history culture science'.split(
    ' ',
  )

/** Numbers that look random and are the same for the same seed (mulberry32). */
function random(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Fills a database with a made-up archive of a given size, every record published and every statement with its
 * source: for tests and benchmarks only. The same size and seed give the same archive but for its ids.
 */
export async function fillArchive(db: PrismaClient, size: ArchiveSize, seed = 1): Promise<void> {
  // In one transaction: what the database derives from the rows, it derives once.
  await db.$transaction((tx) => fill(quickly(tx), size, seed), { maxWait: 10_000, timeout: 600_000 })
  await db.$executeRaw`ANALYZE`
}

/**
 * A database whose createMany hands all its rows over as one value: Prisma gives each field a parameter, which takes
 * seven times as long. The database is asked for nothing else, and fills in no id or time of writing.
 */
function quickly(db: Prisma.TransactionClient): Prisma.TransactionClient {
  const underscored = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const createMany = async (table: string, data: object[]) => {
    const rows = data.map((row) => Object.fromEntries(Object.entries(row).map(([name, of]) => [underscored(name), of])))
    const columns = Prisma.raw(Object.keys(rows[0] ?? {}).join(', '))
    const into = Prisma.raw(table)
    if (rows.length)
      await db.$executeRaw`
        INSERT INTO ${into} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${into}, ${JSON.stringify(rows)}::json)`
  }
  return new Proxy(db, {
    get: (_, model: string) => ({ createMany: ({ data }: { data: object[] }) => createMany(underscored(model), data) }),
  })
}

async function fill(db: Prisma.TransactionClient, size: ArchiveSize, seed: number): Promise<void> {
  const next = random(seed)
  const upTo = (n: number) => Math.floor(next() * n)
  const words = (n: number) => Array.from({ length: n }, () => WORDS[upTo(WORDS.length)]).join(' ')
  const title = (n: number) => words(n).replace(/^./, (letter) => letter.toUpperCase())
  const ids = (n: number) => Array.from({ length: n }, () => randomUUID())
  const pick = <T>(list: readonly T[]): T => list[upTo(list.length)] as T
  const writtenAt = new Date('2026-01-01T00:00:00Z')
  const published = { state: 'published', publishedAt: writtenAt, updatedAt: writtenAt } as const
  const original = { language: 'en', status: 'original' } as const
  const publicId = (n: number) =>
    n
      .toString(32)
      .replace(/[ilou]/g, (letter) => ({ i: 'w', l: 'x', o: 'y', u: 'z' })[letter] ?? '')
      .padStart(8, '0')

  const forums = ids(size.forums)
  await db.forum.createMany({ data: forums.map((id, i) => ({ id, slug: `forum-${i}`, ...published })) })
  await db.forumText.createMany({
    data: forums.map((forumId, i) => ({ forumId, ...original, name: `Forum ${i} on ${words(2)}` })),
  })

  const source = randomUUID()
  await db.source.createMany({
    data: [{ id: source, publicId: publicId(1), kind: 'programme', language: 'en', ...published }],
  })
  await db.sourceText.createMany({ data: [{ sourceId: source, ...original, title: 'A made-up programme' }] })

  const topics = ids(size.topics)
  await db.topic.createMany({ data: topics.map((id, i) => ({ id, slug: `topic-${i}`, ...published })) })
  await db.topicText.createMany({
    data: topics.map((topicId, i) => ({ topicId, ...original, name: `${title(2)} ${i}` })),
  })

  const organisations = ids(size.organisations)
  await inBatches(organisations, async (batch, at) => {
    await db.organisation.createMany({
      data: batch.map((id, i) => ({
        id,
        slug: `organisation-${at + i}`,
        kind: 'institute',
        countryCode: pick(COUNTRIES),
        ...published,
      })),
    })
    await db.organisationText.createMany({
      data: batch.map((organisationId, i) => ({ organisationId, ...original, name: `${title(3)} ${at + i}` })),
    })
  })

  const people = ids(size.people)
  await inBatches(people, async (batch, at) => {
    await db.person.createMany({ data: batch.map((id, i) => ({ id, slug: `person-${at + i}`, ...published })) })
    await db.personText.createMany({
      data: batch.map((personId, i) => {
        const [given, family] = [title(1), `${title(1)}${String.fromCharCode(97 + (i % 26))}`]
        return {
          personId,
          ...original,
          name: `${given} ${family} ${at + i}`,
          sortName: `${family} ${at + i}, ${given}`,
        }
      }),
    })
  })

  const editions = Array.from({ length: size.editions }, (_, i) => ({
    id: randomUUID(),
    forumId: forums[i % size.forums] as string,
    number: Math.floor(i / size.forums) + 1,
    year: 2025 - Math.floor(i / size.forums),
  }))
  await db.edition.createMany({
    data: editions.map((edition) => ({
      ...edition,
      slug: String(edition.year),
      startsOn: new Date(Date.UTC(edition.year, 9, 15)),
      endsOn: new Date(Date.UTC(edition.year, 9, 16)),
      datePrecision: 'day',
      timeZone: 'Asia/Almaty',
      countryCode: 'KZ',
      countryCount: 20,
      ...published,
    })),
  })
  await db.editionText.createMany({
    data: editions.map(({ id }) => ({
      editionId: id,
      ...original,
      theme: title(6),
      summary: `${title(12)}.`,
      city: 'Astana',
    })),
  })
  await db.editionCountry.createMany({
    data: editions.flatMap(({ id }) => COUNTRIES.slice(0, 4).map((countryCode) => ({ editionId: id, countryCode }))),
  })
  const days = editions.flatMap(({ id, year }) =>
    [1, 2].map((number) => ({
      id: randomUUID(),
      editionId: id,
      number,
      date: new Date(Date.UTC(year, 9, 14 + number)),
    })),
  )
  await db.programmeDay.createMany({ data: days })
  const rooms = editions.flatMap(({ id }) =>
    [0, 1, 2].map((position) => ({ id: randomUUID(), editionId: id, position })),
  )
  await db.room.createMany({ data: rooms })
  await db.roomText.createMany({
    data: rooms.map(({ id, position }) => ({ roomId: id, ...original, name: `Hall ${'ABC'[position]}` })),
  })

  const perEdition = Math.ceil(size.sessions / size.editions)
  const sessions = Array.from({ length: size.sessions }, (_, i) => {
    const editionAt = Math.floor(i / perEdition)
    const edition = editions[editionAt] as (typeof editions)[number]
    const place = i % perEdition
    const day = days[editionAt * 2 + (place % 2)] as (typeof days)[number]
    const startsAt = new Date(day.date.getTime() + (4 * 60 + Math.floor(place / 6) * 20) * 60_000)
    return {
      id: randomUUID(),
      editionId: edition.id,
      slug: `session-${i}`,
      format: pick(Object.values(SessionFormat)),
      dayId: day.id,
      roomId: rooms[editionAt * 3 + (Math.floor(place / 2) % 3)]?.id ?? null,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 20 * 60_000),
      ...published,
    }
  })
  let statementNumber = 100
  await inBatches(sessions, async (batch) => {
    await db.session.createMany({ data: batch })
    await db.sessionText.createMany({
      data: batch.map(({ id }) => ({
        sessionId: id,
        ...original,
        title: title(4 + upTo(4)),
        abstract: `${title(30)}.`,
      })),
    })
    await db.sessionTopic.createMany({
      data: batch.flatMap(({ id }) =>
        [...new Set([pick(topics), pick(topics)])].map((topicId, position) => ({ sessionId: id, topicId, position })),
      ),
    })
    const appearances = batch.flatMap((session) => {
      const speakers = new Set(Array.from({ length: size.speakers }, () => pick(people)))
      return [...speakers].map((personId, position) => ({
        id: randomUUID(),
        sessionId: session.id,
        personId,
        role: position === 0 ? AppearanceRole.moderator : AppearanceRole.speaker,
        organisationId: pick(organisations),
        countryCode: pick(COUNTRIES),
        position,
      }))
    })
    await db.appearance.createMany({ data: appearances })
    await db.appearanceText.createMany({
      data: appearances.map(({ id }) => ({ appearanceId: id, ...original, positionHeld: title(2) })),
    })
    const statements: Prisma.StatementCreateManyInput[] = batch.flatMap((session) =>
      Array.from({ length: size.statements }, (_, position) => ({
        id: randomUUID(),
        publicId: publicId(++statementNumber),
        editionId: session.editionId,
        sessionId: session.id,
        appearanceId: appearances.find(({ sessionId }) => sessionId === session.id)?.id ?? null,
        form: 'paraphrase' as const,
        kind: pick(Object.values(StatementKind)),
        position,
        ...published,
      })),
    )
    await db.statement.createMany({ data: statements })
    await db.statementText.createMany({
      data: statements.map(({ id }) => ({ statementId: id as string, ...original, text: `${title(14)}.` })),
    })
    await db.statementTopic.createMany({
      data: statements.map(({ id }) => ({ statementId: id as string, topicId: pick(topics) })),
    })
    await db.citation.createMany({
      data: statements.map(({ id }) => ({
        ...{ id: randomUUID(), sourceId: source, statementId: id as string, locator: 'p. 1' },
      })),
    })
  })
}

async function inBatches<T>(rows: readonly T[], work: (batch: T[], at: number) => Promise<void>) {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await work(rows.slice(at, at + ROWS_AT_ONCE), at)
}
