import 'server-only'
import { writeAttachments } from '@/lib/media/attachment-rows'
import { linkRows } from '@/lib/revisions/links'
import { needed, standingColumns, textRows, type Write } from '@/lib/revisions/standing'
import { writeCitations } from '@/lib/sources/citation-rows'
import type { Prisma } from '@/prisma/client/client'
import type { SessionContent } from './schema'

export const writeSession: Write<SessionContent> = async (tx, id, content, standing) => {
  const { edition, slug, day, startsAt, endsAt, room, track, texts, topics, appearances, citations } = content
  const { format, isTitleSupplied, language, position, isCancelled } = content
  const facts = {
    ...{ format, isTitleSupplied, language, position, isCancelled },
    editionId: needed(edition, 'The edition'),
    slug: needed(slug, 'The address'),
    dayId: day,
    startsAt: startsAt === null ? null : new Date(startsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
    roomId: room,
    trackId: track,
    ...standingColumns(standing),
  }
  await tx.session.upsert({ where: { id }, create: { id, ...facts }, update: facts })
  await tx.sessionText.deleteMany({ where: { sessionId: id } })
  await tx.sessionText.createMany({
    data: textRows(texts).map((text) => ({ sessionId: id, ...text, title: needed(text.title, 'The title') })),
  })
  await tx.sessionTopic.deleteMany({ where: { sessionId: id } })
  await tx.sessionTopic.createMany({ data: topics.map((topicId, position) => ({ sessionId: id, topicId, position })) })
  await writeAppearances(tx, id, appearances)
  await writeAttachments(tx, { sessionId: id }, content.attachments)
  await tx.sessionLink.deleteMany({ where: { sessionId: id } })
  await tx.sessionLink.createMany({ data: linkRows(content.links).map((link) => ({ sessionId: id, ...link })) })
  await writeCitations(tx, [
    { target: { sessionId: id }, citations },
    ...appearances.map((each) => ({ target: { appearanceId: each.id }, citations: each.citations })),
  ])
}

/** Appearances keep their ids, as statements hang on them; taking away one with statements is refused by the database. */
async function writeAppearances(
  tx: Prisma.TransactionClient,
  sessionId: string,
  appearances: SessionContent['appearances'],
) {
  const ids = appearances.map(({ id }) => id)
  await tx.appearance.deleteMany({ where: { sessionId, id: { notIn: ids } } })
  const known = new Set(
    (await tx.appearance.findMany({ where: { sessionId }, select: { id: true } })).map(({ id }) => id),
  )
  const facts = ({ person, role, organisation, country, nameAsPrinted }: (typeof appearances)[number], at: number) => ({
    personId: needed(person, 'A speaker'),
    ...{ role, nameAsPrinted, organisationId: organisation, countryCode: country, position: at },
  })
  for (const [at, each] of appearances.entries())
    if (known.has(each.id)) await tx.appearance.updateMany({ where: { id: each.id, sessionId }, data: facts(each, at) })
  await tx.appearance.createMany({
    data: appearances.flatMap((each, at) =>
      known.has(each.id) ? [] : [{ id: each.id, sessionId, ...facts(each, at) }],
    ),
  })
  await tx.appearanceText.deleteMany({ where: { appearance: { sessionId } } })
  await tx.appearanceText.createMany({
    data: appearances.flatMap(({ id, texts }) =>
      textRows(texts).map((text) => ({
        appearanceId: id,
        ...text,
        positionHeld: needed(text.positionHeld, 'The position'),
      })),
    ),
  })
}
