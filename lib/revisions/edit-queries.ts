import 'server-only'
import { db } from '@/lib/db'
import type { EditionContent } from '@/lib/editions/schema'
import { toInstant, toWallTime } from '@/lib/editions/wall-time'
import type { SessionContent } from '@/lib/sessions/schema'
import type { Labels, Option, RecordLabel } from './edit-labels'
import type { FormValue, FormValues } from './form-values'
import { type Noun, nounPlurals } from './nouns'
import { type Content, mentions, registry } from './registry'

type Titles = Record<string, string>

/** A record as its form needs it; null when there is none of that noun. Drafts too: only for the desk. Not what is in the bin. */
export async function getRecordForEdit(noun: Noun, id: string) {
  const record = await db.record.findFirst({
    where: { id, noun, binnedAt: null },
    include: { parent: { select: { id: true, noun: true, titles: true } } },
  })
  if (!record) return null
  const content = record.content as Content
  const [labels, places, appearances, names] = await Promise.all([
    readLabels(noun, content),
    readPlaces(noun === 'session' ? (content as SessionContent).edition : null),
    readAppearances(noun === 'statement' ? (content.session as string | null) : null),
    readUserNames([record.updatedById, record.createdById, record.scheduledById]),
  ])
  return { ...record, content, titles: record.titles as Titles, labels, places, appearances, names }
}

export type RecordForEdit = NonNullable<Awaited<ReturnType<typeof getRecordForEdit>>>

/** What the records are called that a content mentions, its parent too: one query. */
export async function readLabels(noun: Noun, content: Content): Promise<Labels> {
  const parent = registry[noun].parent(content)
  return labelsOf([...mentions(noun, content).map(({ id }) => id), ...(parent ? [parent.id] : [])])
}

export async function labelsOf(ids: string[]): Promise<Labels> {
  const records = await db.record.findMany({
    where: { id: { in: ids.slice(0, 2000) } },
    select: { id: true, noun: true, titles: true, state: true },
  })
  return Object.fromEntries(
    records.map(({ id, noun, titles, state }): [string, RecordLabel] => [
      id,
      { titles: titles as Titles, state, plural: nounPlurals[noun] },
    ]),
  )
}

/** Where sessions of an edition can be put, by what its newest content says, and the zone of its times. */
export async function readPlaces(editionId: string | null) {
  const edition = editionId
    ? await db.record.findUnique({ where: { id: editionId, noun: 'edition' }, select: { content: true } })
    : null
  if (!edition) return null
  const { days, rooms, tracks, timeZone } = edition.content as unknown as EditionContent
  const named = ({ id, texts }: EditionContent['rooms'][number]): Option => ({
    id,
    titles: Object.fromEntries(Object.entries(texts).map(([language, { name }]) => [language, name ?? ''])),
  })
  return {
    timeZone: timeZone ?? 'UTC',
    days: days.map(({ id, number, date }) => ({ id, number, date })),
    rooms: rooms.map(named),
    tracks: tracks.map(named),
  }
}

export type Places = NonNullable<Awaited<ReturnType<typeof readPlaces>>>

/** Who is in a session, by its newest content: whom its statements can be by. */
export async function readAppearances(sessionId: string | null): Promise<Option[]> {
  const session = sessionId
    ? await db.record.findUnique({ where: { id: sessionId, noun: 'session' }, select: { content: true } })
    : null
  if (!session) return []
  const { appearances } = session.content as unknown as SessionContent
  const labels = await labelsOf(appearances.flatMap(({ person }) => person ?? []))
  return appearances.map(({ id, person, nameAsPrinted }) => ({
    id,
    titles: labels[person ?? '']?.titles ?? { en: nameAsPrinted ?? '' },
  }))
}

/** Names of users by id, for "saved by". */
export async function readUserNames(ids: readonly (string | null)[]): Promise<Record<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  const users = known.length
    ? await db.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } })
    : []
  return Object.fromEntries(users.map(({ id, name }) => [id, name]))
}

/** A content as its form shows it: instants as clocks of the edition's zone show them. */
export function toFormValues(noun: Noun, content: Content, timeZone: string | undefined): FormValues {
  const values = content as FormValues
  if (noun !== 'session' || !timeZone) return values
  const wall = (instant: FormValue | undefined) => (typeof instant === 'string' ? toWallTime(instant, timeZone) : null)
  return { ...values, startsAt: wall(values.startsAt), endsAt: wall(values.endsAt) }
}

/** What a form sent, with times read in the edition's zone; what is no time is left for the schema to refuse. */
export function fromFormValues(noun: Noun, values: FormValues, timeZone: string | undefined): FormValues {
  if (noun !== 'session') return values
  const instant = (wall: FormValue | undefined) =>
    typeof wall === 'string' && wall !== '' ? (toInstant(wall, timeZone ?? 'UTC') ?? wall) : null
  return { ...values, startsAt: instant(values.startsAt), endsAt: instant(values.endsAt) }
}
