import { z } from 'zod'
import type { EditionContent } from '@/lib/editions/schema'
import { language } from '@/lib/revisions/content'
import type { Noun } from '@/lib/revisions/nouns'
import type { SessionContent } from '@/lib/sessions/schema'
import { SessionFormat } from '@/prisma/client/enums'

/** What can be done to many records at once; each is a key of `deskBulk.act`. */
export const bulkActs = [
  'addTopic',
  'removeTopic',
  'track',
  'room',
  'format',
  'language',
  'edition',
  'submit',
  'publish',
  'withdraw',
  'bin',
] as const
export type BulkAct = (typeof bulkActs)[number]

const fieldActs: Partial<Record<Noun, readonly BulkAct[]>> = {
  session: ['addTopic', 'removeTopic', 'track', 'room', 'format', 'language', 'edition'],
  statement: ['addTopic', 'removeTopic', 'edition'],
  source: ['language'],
}

/** What can be done to records of a noun. */
export const actsOf = (noun: Noun): BulkAct[] => [
  ...(fieldActs[noun] ?? []),
  ...(['submit', 'publish', 'withdraw', 'bin'] as const),
]

/** What somebody must be allowed to for it. */
export const permissionFor = (act: BulkAct) =>
  act === 'publish' ? ('publish' as const) : act === 'withdraw' ? ('withdraw' as const) : ('write' as const)

const reference = z.uuid()
const values: Record<BulkAct, z.ZodType<string | null>> = {
  ...{ addTopic: reference, removeTopic: reference, edition: reference },
  ...{ track: reference.nullable(), room: reference.nullable() },
  ...{ format: z.enum(SessionFormat), language: language() },
  ...{ submit: z.null(), publish: z.null(), bin: z.null(), withdraw: z.string().trim().min(1).max(1000) },
}

/** An act with what it sets: a record's id, a choice, a reason; null takes a track, room or language away. */
export type BulkChange = { act: BulkAct; value: string | null }

/** Reads an act and its value as a form sends them; null when they are none. */
export function readChange(noun: Noun, act: unknown, sent: unknown): BulkChange | null {
  const known = actsOf(noun).find((each) => each === act)
  if (!known) return null
  const raw = typeof sent === 'string' && sent.trim() !== '' ? sent : null
  const read = values[known].safeParse(raw)
  return read.success ? { act: known, value: read.data } : null
}

/** Whether an act changes what a record says, not how it stands. */
export const isFieldAct = (act: BulkAct) => !['submit', 'publish', 'withdraw', 'bin'].includes(act)

/**
 * A content with a change made to it; null where it cannot be: a track or room is of one edition. Whoever moves to
 * another edition leaves day, room and track behind.
 */
export function changeContent<C extends object>(
  content: C,
  { act, value }: BulkChange,
  placedIn: string | null = null,
): C | null {
  const { topics = [], edition } = content as Partial<SessionContent>
  if (act === 'addTopic') return { ...content, topics: topics.includes(value ?? '') ? topics : [...topics, value] }
  if (act === 'removeTopic') return { ...content, topics: topics.filter((each) => each !== value) }
  if (act === 'track' || act === 'room')
    return value !== null && edition !== placedIn ? null : { ...content, [act]: value }
  if (act === 'edition') {
    if (edition === value) return content
    return 'room' in content
      ? { ...content, edition: value, day: null, room: null, track: null }
      : { ...content, edition: value }
  }
  return { ...content, [act]: value }
}

/** In which of some editions a room or track is. */
export const placeOf = (editions: readonly { id: string; content: unknown }[], place: string | null): string | null =>
  editions.find(({ content }) => {
    const { rooms, tracks } = content as EditionContent
    return [...rooms, ...tracks].some(({ id }) => id === place)
  })?.id ?? null
