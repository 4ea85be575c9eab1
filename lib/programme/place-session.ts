import 'server-only'
import { db } from '@/lib/db'
import { toInstant } from '@/lib/editions/wall-time'
import type { FieldErrors } from '@/lib/revisions/edit-labels'
import { type Content, registry } from '@/lib/revisions/registry'
import { type By, createRecord, saveRecord } from '@/lib/revisions/save'
import type { ProgrammePlaces } from './queries'
import type { SentPlace } from './sent-place'

export type PlaceOutcome =
  | { kind: 'saved'; id: string }
  | { kind: 'stale' | 'gone' }
  | { kind: 'invalid'; errors: FieldErrors }

/**
 * Puts a session somewhere else in its edition's programme: an ordinary save of its record, refused when somebody
 * saved it since. Nothing else of it changes.
 */
export async function placeSession(of: {
  edition: { id: string } & Pick<ProgrammePlaces, 'timeZone' | 'days'>
  id: string
  lock: number
  place: SentPlace
  by: By
}): Promise<PlaceOutcome> {
  const { edition, id, lock, by } = of
  const record = await db.record.findUnique({ where: { id, noun: 'session', parentId: edition.id } })
  if (!record) return { kind: 'gone' }
  if (record.lock !== lock) return { kind: 'stale' }
  const { content, errors } = withPlace(record.content as Content, of.place, edition)
  if (errors) return { kind: 'invalid', errors }
  const { kind } = await saveRecord({ id, lock, content, by })
  return kind === 'saved' ? { kind, id } : { kind }
}

/** Makes a draft of a session that has a title and, where it is known, a place. */
export async function addSession(of: {
  edition: { id: string } & Pick<ProgrammePlaces, 'timeZone' | 'days'>
  title: string
  language: string
  place: SentPlace
  by: By
}): Promise<PlaceOutcome> {
  const { edition, title, language, by } = of
  if (!title.trim()) return { kind: 'invalid', errors: { title: 'titleMissing' } }
  const raw = { edition: edition.id, texts: { [language]: { status: 'original', title } } }
  const { content, errors } = withPlace(raw, of.place, edition)
  if (errors) return { kind: 'invalid', errors }
  const { id } = await createRecord('session', content, by)
  return { kind: 'saved', id }
}

/** A session with a place, read as the form of the session reads it; without a day it gets the one of its date. */
export function withPlace(
  content: Content,
  { day, startsAt, endsAt, room }: SentPlace,
  { timeZone, days }: Pick<ProgrammePlaces, 'timeZone' | 'days'>,
) {
  const instant = (wall: string) => (wall === '' ? null : (toInstant(wall, timeZone) ?? wall))
  const ofDate = days.find(({ date }) => date === startsAt.slice(0, 10))?.id ?? null
  return registry.session.parse({
    ...content,
    day: day || ofDate,
    startsAt: instant(startsAt),
    endsAt: instant(endsAt),
    room: room || null,
  })
}
