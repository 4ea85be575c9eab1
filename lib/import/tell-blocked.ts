import 'server-only'
import { db } from '@/lib/db'
import type { EditionContent } from '@/lib/editions/schema'
import { type ChecklistPoint, checkContent } from '@/lib/revisions/checklist'
import { readFacts } from '@/lib/revisions/facts'
import type { Content } from '@/lib/revisions/registry'
import { type BlockingPoints, readBlockingPoints } from '@/lib/revisions/settings'
import { inPublicAfter, readPublicEdition } from './edition-in-public'
import type { KnownRecord } from './known-records'
import type { NewRecord } from './new-record'
import type { ChangedRecord } from './plan'
import type { NamedPlan } from './plan-named'
import type { PeoplePlan } from './plan-people'
import type { SessionsPlan } from './plan-sessions'
import { findBlocked } from './publish-created'
import type { EditionItem } from './rehearsal'

/** Says of each line of a plan that is to publish what would keep its record a draft, or its changes at the desk. */
export async function tellBlocked(of: {
  edition: KnownRecord
  isNew: boolean
  item: EditionItem | null
  content: EditionContent
  created: readonly NewRecord[]
  changed: readonly ChangedRecord[]
  planned: SessionsPlan
  people: PeoplePlan
  organisations: NamedPlan
  topics: NamedPlan
}): Promise<void> {
  const { edition, isNew, item, content, created, changed, planned, people } = of
  const blocking = await readBlockingPoints()
  const newest = content as unknown as Content
  if (isNew && item) item.blocked = await blocksEdition(newest, blocking)
  const publicly = isNew ? null : await readPublicEdition(db, edition)
  const after = isNew
    ? item?.blocked.length === 0 && newest
    : publicly && inPublicAfter(publicly as Content, { before: edition.content, after: newest })
  const again = changed.flatMap(({ noun, record, content, isChanged }) =>
    isChanged && isPublished(record) ? [{ id: record.id, noun, content, titles: record.titles, isPublic: true }] : [],
  )
  const where = { edition: (after || null) as EditionContent | null, blocking }
  const blocked = await findBlocked(db, [...created, ...again], where)
  for (const { items, recordOf } of [planned, people])
    for (const [item, id] of recordOf as Map<(typeof items)[number], string>) item.blocked = blocked.get(id) ?? []
  for (const named of [of.organisations, of.topics])
    for (const item of named.items) item.blocked = blocked.get(named.idOf(item.name) ?? '') ?? []
}

/** What keeps a new edition from being published. */
async function blocksEdition(content: Content, blocking: BlockingPoints): Promise<ChecklistPoint[]> {
  const facts = await readFacts('edition', content)
  return checkContent('edition', content, facts, blocking.edition)
    .filter(({ isMet, isBlocking }) => isBlocking && !isMet)
    .map(({ point }) => point)
}

/** Published as it stands: what an editor has in hand waits for them. */
export const isPublished = ({ state, version, publishedVersion }: KnownRecord) =>
  state === 'published' && version === publishedVersion
