import type { Prisma, PrismaClient } from '@/prisma/client/client'
import { editions } from './editions'
import { forum } from './forum'
import { organisationsInOrder } from './organisations'
import { peopleInOrder } from './people'
import { editionOfSessions, sessionsInOrder } from './sessions'
import { type Paragraph, source } from './source'
import { statements } from './statements'
import { broaderTopics, type TopicSlug, topicsInOrder } from './topics'
import { textRows } from './translated'

type Transaction = Prisma.TransactionClient

/** The ids of the records written so far, by slug. */
type Ids = Map<string, string>

/**
 * Writes the archive's first forum, whole or not at all. An archive that holds the forum, or that ever gave away its
 * address, is left as it is: what editors have changed since is never undone.
 */
export function writeSeed(db: PrismaClient): Promise<'written' | 'already there'> {
  return db.$transaction(
    async (transaction) => {
      // Two programs may start on one new database: the second waits here, as long as it takes, and finds the forum.
      await transaction.$executeRaw`SELECT set_config('lock_timeout', '0', true), set_config('statement_timeout', '60s', true)`
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('plenary seed'))`
      if (await transaction.forumSlug.findUnique({ where: { slug: forum.slug } })) return 'already there'
      await writeEverything(transaction)
      return 'written'
    },
    { maxWait: 10_000, timeout: 60_000 },
  )
}

/** One after another, since records that have no other order are listed in that of their ids. */
async function writeEverything(db: Transaction) {
  const published = { state: 'published', publishedAt: new Date() } as const
  const { title, note, ...sourceFacts } = source
  const { id: sourceId } = await db.source.create({
    data: { ...sourceFacts, ...published, texts: { create: textRows({ title, note }) } },
  })
  const cite = (paragraphs: Paragraph[], claim: string | null = null) =>
    paragraphs.map((locator, position) => ({ sourceId, locator, claim, position }))
  const write = { db, published, cite }
  const organisationIds = await writeOrganisations(write)
  const editionIds = await writeForum(write, organisationIds)
  const topicIds = await writeTopics(write)
  const personIds = await writePeople(write)
  const editionId = idOf(editionIds, editionOfSessions)
  const sessionIds = await writeSessions(write, { editionId, organisationIds, topicIds, personIds })
  await writeStatements(write, { editionId, topicIds, personIds, sessionIds })
}

type Write = {
  db: Transaction
  published: { state: 'published'; publishedAt: Date }
  cite: (
    paragraphs: Paragraph[],
    claim?: string | null,
  ) => { sourceId: string; locator: Paragraph; claim: string | null; position: number }[]
}

async function writeOrganisations({ db, published, cite }: Write) {
  const ids: Ids = new Map()
  for (const [slug, organisation] of organisationsInOrder) {
    const { kind, countryCode, parent, name, shortName, description, otherNames = [], paragraphs } = organisation
    const { id } = await db.organisation.create({
      data: {
        ...published,
        slug,
        kind,
        countryCode,
        parentId: parent && idOf(ids, parent),
        texts: { create: textRows({ name, shortName, description }) },
        names: { create: otherNames.map((spelling) => ({ name: spelling, language: 'en', kind: 'spelling' })) },
        citations: { create: cite(paragraphs) },
      },
    })
    ids.set(slug, id)
  }
  return ids
}

async function writeForum({ db, published, cite }: Write, organisationIds: Ids) {
  const { slug, name, description, paragraphs } = forum
  const { id: forumId } = await db.forum.create({
    data: {
      ...published,
      slug,
      texts: { create: textRows({ name, description }) },
      citations: { create: cite(paragraphs) },
    },
  })
  const ids: Ids = new Map()
  for (const edition of editions) {
    const { countries, host, days, theme, summary, city, dateNote, evidence, ...facts } = edition
    const { id } = await db.edition.create({
      data: {
        ...published,
        ...facts,
        forumId,
        texts: { create: textRows({ theme, summary, city, dateNote }) },
        organisations: { create: host ? [{ organisationId: idOf(organisationIds, host), role: 'host' }] : [] },
        countries: { create: countries.map((countryCode) => ({ countryCode })) },
        days: { create: Array.from({ length: days }, (_, index) => ({ number: index + 1 })) },
        citations: { create: Object.entries(evidence).flatMap(([claim, paragraphs]) => cite(paragraphs, claim)) },
      },
    })
    ids.set(edition.slug, id)
  }
  return ids
}

async function writeTopics({ db, published, cite }: Write) {
  const ids: Ids = new Map()
  for (const [slug, { name, definition, synonyms, paragraphs }] of topicsInOrder) {
    const labels = Object.entries(synonyms).flatMap(([language, words]) => words.map((label) => ({ language, label })))
    const { id } = await db.topic.create({
      data: {
        ...published,
        slug,
        texts: { create: textRows({ name, definition }) },
        synonyms: { create: labels },
        citations: { create: cite(paragraphs) },
      },
    })
    ids.set(slug, id)
  }
  await db.topicBroader.createMany({
    data: broaderTopics.map(([topic, broader]) => ({ topicId: idOf(ids, topic), broaderId: idOf(ids, broader) })),
  })
  return ids
}

async function writePeople({ db, published, cite }: Write) {
  const ids: Ids = new Map()
  for (const [slug, { name, sortName, otherNames = [], paragraphs }] of peopleInOrder) {
    const { id } = await db.person.create({
      data: {
        ...published,
        slug,
        texts: { create: textRows({ name, sortName }) },
        names: { create: otherNames },
        citations: { create: cite(paragraphs) },
      },
    })
    ids.set(slug, id)
  }
  return ids
}

async function writeSessions(
  { db, published, cite }: Write,
  ids: { editionId: string; organisationIds: Ids; topicIds: Ids; personIds: Ids },
) {
  const { editionId } = ids
  const days = await db.programmeDay.findMany({ where: { editionId } })
  const sessionIds: Ids = new Map()
  for (const [slug, session] of sessionsInOrder) {
    const { format, day, position, title, abstract, note, topics, appearances, paragraphs } = session
    const { id } = await db.session.create({
      data: {
        ...published,
        editionId,
        slug,
        format,
        isTitleSupplied: true,
        dayId: days.find(({ number }) => number === day)?.id,
        position,
        texts: { create: textRows({ title, abstract, note }) },
        topics: { create: topicRows(topics, ids.topicIds) },
        appearances: {
          create: appearances.map(({ person, organisation, positionHeld, paragraph, ...facts }, index) => ({
            ...facts,
            personId: idOf(ids.personIds, person),
            organisationId: idOf(ids.organisationIds, organisation),
            position: index,
            texts: { create: positionHeld ? textRows({ positionHeld }) : [] },
            citations: { create: cite([paragraph]) },
          })),
        },
        citations: { create: cite(paragraphs) },
      },
    })
    sessionIds.set(slug, id)
  }
  return sessionIds
}

async function writeStatements(
  { db, published, cite }: Write,
  ids: { editionId: string; topicIds: Ids; personIds: Ids; sessionIds: Ids },
) {
  const appearances = await db.appearance.findMany({ where: { session: { editionId: ids.editionId } } })
  for (const [position, { publicId, kind, text, topics, paragraph, ...said }] of statements.entries()) {
    const sessionId = idOf(ids.sessionIds, said.session)
    const personId = idOf(ids.personIds, said.speaker)
    const appearance = appearances.find((each) => each.sessionId === sessionId && each.personId === personId)
    if (!appearance) throw new Error(`The seed has a statement by ${said.speaker}, who is not in ${said.session}`)
    await db.statement.create({
      data: {
        ...published,
        publicId,
        editionId: ids.editionId,
        sessionId,
        appearanceId: appearance.id,
        form: 'paraphrase',
        kind,
        position,
        texts: { create: textRows({ text }) },
        topics: { create: topicRows(topics, ids.topicIds) },
        citations: { create: cite([paragraph]) },
      },
    })
  }
}

const topicRows = (topics: TopicSlug[], ids: Ids) =>
  topics.map((topic, position) => ({ topicId: idOf(ids, topic), position }))

function idOf(ids: Ids, slug: string): string {
  const id = ids.get(slug)
  if (!id) throw new Error(`The seed names ${slug} before it is written`)
  return id
}
