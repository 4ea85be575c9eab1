import 'server-only'
import { type AuditEntry, writeAudit } from '@/lib/audit/write'
import { beginBatch } from '@/lib/batches/batch'
import { db } from '@/lib/db'
import type { EditionContent } from '@/lib/editions/schema'
import type { Locale } from '@/lib/i18n/locales'
import { noteBefore, noteCreated } from '@/lib/import/note-in-batch'
import { newId } from '@/lib/revisions/new-id'
import type { Noun } from '@/lib/revisions/nouns'
import { type Content, registry } from '@/lib/revisions/registry'
import { createRecordIn, lockRecord, saveRecordIn, settleAutosave } from '@/lib/revisions/save'
import type { Prisma } from '@/prisma/client/client'
import { type CheckedRow, type CheckedRows, checkRows, type SentRow, sameName } from './check-rows'
import { readSpeakers } from './paste-rows'
import { withPlace } from './place-session'

export type ApplyOutcome =
  /** All of it is one batch, which can be undone. */
  | { kind: 'applied'; sessions: number; people: number; batchId: string }
  /** Not as it was shown, or not yet right: this is how it stands now. Nothing was written. */
  | { kind: 'changed' | 'wrong' | 'nothing'; checked: CheckedRows }
  | { kind: 'gone' }

class EditionChanged extends Error {}

/**
 * Makes drafts of the rows that are taken, and of the rooms, days and people they need, in one transaction: all of it
 * or nothing. `seen` is that of the check that was shown.
 */
export async function applyRows(of: {
  editionId: string
  rows: readonly SentRow[]
  choices: ReadonlyMap<string, string>
  seen: string
  by: { id: string }
  locale: Locale
  /** In which titles, rooms and names are written. */
  language: Locale
}): Promise<ApplyOutcome> {
  const edition = await db.record.findUnique({ where: { id: of.editionId, noun: 'edition', binnedAt: null } })
  if (!edition) return { kind: 'gone' }
  const content = edition.content as unknown as EditionContent
  const checked = await checkRows({ ...of, edition: { id: edition.id, content } })
  const rows = checked.rows.filter(({ take }) => take)
  if (checked.seen !== of.seen) return { kind: 'changed', checked }
  if (!rows.length) return { kind: 'nothing', checked }
  const isWrong = rows.some(({ errors }) => errors.length) || checked.people.some(({ as }) => !as) || checked.isTooMany
  if (isWrong) return { kind: 'wrong', checked }
  try {
    const made = await db.$transaction((tx) => write(tx, { ...of, lock: edition.lock, content, rows, checked }), {
      timeout: 5_000 + rows.length * 250,
      maxWait: 5_000,
    })
    return { kind: 'applied', sessions: rows.length, ...made }
  } catch (error) {
    if (error instanceof EditionChanged) return { kind: 'changed', checked }
    throw error
  }
}

type Applied = {
  editionId: string
  lock: number
  content: EditionContent
  rows: CheckedRow[]
  checked: CheckedRows
  by: { id: string }
  language: Locale
}

async function write(tx: Prisma.TransactionClient, of: Applied): Promise<{ people: number; batchId: string }> {
  const { editionId, rows, checked, by, language } = of
  // Other writers of the audit wait from its first entry on: all of them come at the end.
  const entries: AuditEntry[] = []
  const audit: typeof writeAudit = async (_tx, entry) => void entries.push(entry)
  const created: string[] = []
  const create = async (noun: Noun, raw: object) => {
    const { content } = registry[noun].parse(raw)
    if (!content) throw new Error(`A row made no ${noun}`) // the check read the same values
    const { id } = await createRecordIn(tx, noun, content, by, audit)
    created.push(id)
    return id
  }
  const text = (field: string, value: string) => ({ [language]: { status: 'original', [field]: value } })

  const record = await lockRecord(tx, editionId)
  if (record?.lock !== of.lock) throw new EditionChanged()
  const batchId = await beginBatch(tx, { kind: 'paste', noun: 'session', by, summary: { edition: editionId } })
  const added = withPlaces(of.content, checked, (name) => text('name', name))
  const { content: edition } = registry.edition.parse(added)
  if (!edition) throw new Error('The rows made no edition')
  if (checked.newRooms.length || checked.newDays.length) {
    await settleAutosave(tx, editionId, record.version)
    await noteBefore(tx, [{ id: editionId, namespace: '', isChanged: true }], { batchId, by })
    await saveRecordIn(tx, { id: editionId, lock: of.lock, content: edition, by }, audit)
  }

  const personByName = new Map<string, string>()
  let made = 0
  for (const { name, as } of checked.people) {
    personByName.set(sameName(name), as === 'new' ? await create('person', { texts: text('name', name) }) : as)
    if (as === 'new') made += 1
  }
  const { days, rooms } = edition as unknown as EditionContent
  const roomByName = new Map(
    rooms.flatMap(({ id, texts }) => Object.values(texts).map(({ name }) => [sameName(name ?? ''), id] as const)),
  )
  for (const row of rows) {
    const { place, speakers } = row
    const raw = {
      edition: editionId,
      texts: text('title', row.title),
      appearances: appearancesOf(speakers, personByName),
    }
    const { content } = withPlace(
      raw,
      {
        day: place.dayId ?? days.find(({ date }) => date !== null && date === place.date)?.id ?? '',
        startsAt: place.startsAt ?? '',
        endsAt: place.endsAt ?? '',
        room: place.roomId ?? (row.room ? roomByName.get(sameName(row.room)) : '') ?? '',
      },
      { timeZone: of.content.timeZone ?? 'UTC', days: [] },
    )
    if (!content) throw new Error('A row made no session')
    await create('session', content)
  }
  await noteCreated(tx, batchId, created)
  for (const entry of entries) await writeAudit(tx, entry)
  return { people: made, batchId }
}

/** Two names that stand for one person in a row make one appearance of each role. */
function appearancesOf(cell: string, personByName: ReadonlyMap<string, string>) {
  const seen = new Set<string>()
  return readSpeakers(cell).flatMap(({ name, role }) => {
    const person = personByName.get(sameName(name))
    if (!person || seen.has(`${person} ${role}`)) return []
    seen.add(`${person} ${role}`)
    return [{ person, role, nameAsPrinted: name }]
  })
}

/** The edition with the rooms and days that the rows bring. */
function withPlaces(
  content: EditionContent,
  { newRooms, newDays }: CheckedRows,
  texts: (name: string) => object,
): Content {
  return {
    ...content,
    rooms: [...content.rooms, ...newRooms.map((name) => ({ id: newId(), texts: texts(name) }))],
    days: [...content.days, ...newDays.map((date) => ({ id: newId(), number: null, date }))],
  }
}
