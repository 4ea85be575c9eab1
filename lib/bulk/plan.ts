import 'server-only'
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { DeskRecord } from '@/lib/batches/layers'
import { db } from '@/lib/db'
import type { ListFilters } from '@/lib/revisions/list-filters'
import { matchingIds } from '@/lib/revisions/list-queries'
import type { Noun } from '@/lib/revisions/nouns'
import type { Content } from '@/lib/revisions/registry'
import { type BulkChange, changeContent, isFieldAct, placeOf } from './change'

/** As many records are changed at once. */
export const MOST_BULK = 1000

/** Which records: those picked by hand, or all that a list shows. */
export type Selection = { ids: string[] } | { filters: ListFilters }

/** Why a record is left as it is; each is a key of `deskBulk.left`. */
export type Unchanged = 'same' | 'otherEdition' | 'itsSession' | 'notPublic' | 'isPublic' | 'nothingToSend'

export type Planned = {
  record: DeskRecord
  /** What it will say; of an act that changes nothing of that what it says. */
  content: Content
  unchanged: Unchanged | null
}

export type BulkPlan = {
  records: Planned[]
  isTooMany: boolean
  /** Stands for exactly these records as they are now: whoever carries the plan out asks for it. */
  seen: string
}

/** What a change would do to each of some records: three queries, whatever is asked. */
export async function planBulk(noun: Noun, selection: Selection, change: BulkChange): Promise<BulkPlan> {
  const ids =
    'ids' in selection
      ? selection.ids.slice(0, MOST_BULK + 1)
      : await matchingIds(noun, selection.filters, MOST_BULK + 1)
  const chosen = await db.record.findMany({ where: { id: { in: ids }, noun, binnedAt: null }, orderBy: { id: 'asc' } })
  const moving = change.act === 'edition' && noun === 'session' ? await statementsOf(chosen, change) : []
  const placedIn = change.act === 'room' || change.act === 'track' ? await editionOfPlace(chosen, change.value) : null
  const all = [...chosen, ...moving]
  const records = all.slice(0, MOST_BULK).map((record): Planned => plan(record, change, placedIn, noun))
  return {
    records,
    isTooMany: all.length > MOST_BULK,
    seen: createHash('sha256')
      .update(records.map(({ record, unchanged }) => `${record.id} ${record.lock} ${unchanged}`).join('\n'))
      .digest('base64url'),
  }
}

function plan(record: DeskRecord, change: BulkChange, placedIn: string | null, noun: Noun): Planned {
  const before = record.content as Content
  const left = (unchanged: Unchanged): Planned => ({ record, content: before, unchanged })
  const { act } = change
  if (!isFieldAct(act)) {
    const isAsPublished = record.state === 'published' && record.version === record.publishedVersion
    if (act === 'withdraw' && record.state !== 'published') return left('notPublic')
    if (act === 'bin' && record.state === 'published') return left('isPublic')
    if (act === 'publish' && isAsPublished) return left('same')
    if (act === 'submit' && (isAsPublished || record.review === 'in_review')) return left('nothingToSend')
    return { record, content: before, unchanged: null }
  }
  // A statement of a session goes where that goes.
  if (act === 'edition' && noun === 'statement' && before.session) return left('itsSession')
  const content = changeContent(before, change, placedIn)
  if (!content) return left('otherEdition')
  return isDeepStrictEqual(content, before) ? left('same') : { record, content, unchanged: null }
}

/** The statements of sessions that move to another edition move with them. */
async function statementsOf(sessions: readonly DeskRecord[], { value }: BulkChange): Promise<DeskRecord[]> {
  const ids = sessions.filter(({ parentId }) => parentId !== value).map(({ id }) => id)
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM record WHERE noun = 'statement' AND content->>'session' = ANY (${ids}::text[]) AND binned_at IS NULL
    ORDER BY id LIMIT ${MOST_BULK}`
  return db.record.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, orderBy: { id: 'asc' } })
}

const MOST_EDITIONS = 50

async function editionOfPlace(sessions: readonly DeskRecord[], place: string | null): Promise<string | null> {
  if (place === null) return null
  const ids = [...new Set(sessions.flatMap(({ parentId }) => parentId ?? []))].slice(0, MOST_EDITIONS)
  const editions = await db.record.findMany({ where: { id: { in: ids } }, select: { id: true, content: true } })
  return placeOf(editions, place)
}
