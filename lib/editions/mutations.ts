import 'server-only'
import { writeAttachments } from '@/lib/media/attachment-rows'
import { dayDate, dayText, needed, standingColumns, textRows, type Write } from '@/lib/revisions/standing'
import { writeCitations } from '@/lib/sources/citation-rows'
import type { Prisma } from '@/prisma/client/client'
import type { EditionContent } from './schema'

export const writeEdition: Write<EditionContent> = async (tx, id, content, standing) => {
  const { forum, slug, country, startsOn, endsOn, timeZone, texts, organisations, countries, citations } = content
  const { number, year, datePrecision, countryCount, website } = content
  const facts = {
    ...{ number, year, datePrecision, countryCount, website },
    forumId: needed(forum, 'The forum'),
    slug: needed(slug, 'The address'),
    timeZone: needed(timeZone, 'The time zone'),
    countryCode: country,
    startsOn: dayDate(startsOn),
    endsOn: dayDate(endsOn),
    ...standingColumns(standing),
  }
  await tx.edition.upsert({ where: { id }, create: { id, ...facts }, update: facts })
  await tx.editionText.deleteMany({ where: { editionId: id } })
  await tx.editionText.createMany({ data: textRows(texts).map((text) => ({ editionId: id, ...text })) })
  await tx.editionOrganisation.deleteMany({ where: { editionId: id } })
  await tx.editionOrganisation.createMany({
    data: organisations.map(({ organisation, role }, position) => ({
      ...{ editionId: id, role, position },
      organisationId: needed(organisation, 'An organisation'),
    })),
  })
  await tx.editionCountry.deleteMany({ where: { editionId: id } })
  await tx.editionCountry.createMany({ data: countries.map((countryCode) => ({ editionId: id, countryCode })) })
  await writeDays(tx, id, content.days)
  await writePlaces(tx, id, content.rooms, 'room')
  await writePlaces(tx, id, content.tracks, 'track')
  await writeAttachments(tx, { editionId: id }, content.attachments)
  await writeCitations(tx, [{ target: { editionId: id }, citations }])
}

/**
 * Days keep their ids, as sessions are on them; taking away one with sessions is refused by the database. Numbers and
 * dates are unique and two days may change places, so what moves is first set aside.
 */
async function writeDays(tx: Prisma.TransactionClient, editionId: string, days: EditionContent['days']) {
  await tx.programmeDay.deleteMany({ where: { editionId, id: { notIn: days.map(({ id }) => id) } } })
  const known = await tx.programmeDay.findMany({ where: { editionId }, select: { id: true, number: true, date: true } })
  const isSame = ({ id, number, date }: (typeof days)[number]) =>
    known.some((each) => each.id === id && each.number === number && dayText(each.date) === date)
  const changed = days.filter((each) => !isSame(each))
  const moved = known.filter(({ id }) => changed.some((each) => each.id === id))
  const free = Array.from({ length: 366 }, (_, at) => 366 - at).filter((n) => !known.some(({ number }) => number === n))
  for (const [at, { id }] of moved.entries())
    await tx.programmeDay.update({ where: { id }, data: { number: needed(free[at], 'A number'), date: null } })
  for (const { id, number, date } of changed) {
    const facts = { number: needed(number, 'The number of a day'), date: dayDate(date) }
    const { count } = await tx.programmeDay.updateMany({ where: { id, editionId }, data: facts })
    if (!count) await tx.programmeDay.create({ data: { id, editionId, ...facts } })
  }
}

/** Rooms or tracks: they keep their ids, as sessions are in them. */
async function writePlaces(
  tx: Prisma.TransactionClient,
  editionId: string,
  places: EditionContent['rooms'],
  kind: 'room' | 'track',
) {
  const names = places.flatMap(({ id, texts }) =>
    textRows(texts).map((text) => ({ id, ...text, name: needed(text.name, `The name of a ${kind}`) })),
  )
  const ids = places.map(({ id }) => id)
  const gone = { editionId, id: { notIn: ids } }
  if (kind === 'room') {
    await tx.room.deleteMany({ where: gone })
    await tx.roomText.deleteMany({ where: { room: { editionId } } })
    for (const [position, id] of ids.entries()) {
      const { count } = await tx.room.updateMany({ where: { id, editionId }, data: { position } })
      if (!count) await tx.room.create({ data: { id, editionId, position } })
    }
    await tx.roomText.createMany({ data: names.map(({ id, ...text }) => ({ roomId: id, ...text })) })
  } else {
    await tx.track.deleteMany({ where: gone })
    await tx.trackText.deleteMany({ where: { track: { editionId } } })
    for (const [position, id] of ids.entries()) {
      const { count } = await tx.track.updateMany({ where: { id, editionId }, data: { position } })
      if (!count) await tx.track.create({ data: { id, editionId, position } })
    }
    await tx.trackText.createMany({ data: names.map(({ id, ...text }) => ({ trackId: id, ...text })) })
  }
}
