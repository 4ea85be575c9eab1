import 'server-only'
import { db } from '@/lib/db'
import { type Change, changeBetween, readRevision } from './change'
import type { FieldErrors } from './edit-labels'
import type { RecordForEdit } from './edit-queries'
import { type Content, mentions, type Parsed, registry } from './registry'
import { type By, type SaveOutcome, saveRecord } from './save'

/** A field of a content that can come back alone: one of its own, or the texts of one language (`texts.kk`). */
const ofTexts = /^texts\.([A-Za-z0-9-]{2,35})$/

/** What a record would be with a content of before, or with one field of it. */
export function restoredContent(current: Content, old: Content, field: string | null): Content {
  if (field === null) return old
  const language = ofTexts.exec(field)?.[1]
  if (language === undefined) return { ...current, [field]: old[field] }
  const { [language]: _, ...others } = current.texts as Record<string, unknown>
  const text = (old.texts as Record<string, unknown>)[language]
  return { ...current, texts: text === undefined ? others : { ...others, [language]: text } }
}

/** The fields that can come back alone, of those that differ. */
export function restorableFields({ difference }: Pick<Change, 'difference'>): string[] {
  if (difference.kind !== 'fields') return []
  return difference.fields.flatMap((field) => {
    const inner = 'difference' in field && field.name === 'texts' ? field.difference : null
    return inner?.kind === 'fields' ? inner.fields.map(({ name }) => `texts.${name}`) : [field.name]
  })
}

/** What restoring would do: the change it makes, what in it is no longer there; or why it cannot be done. */
export type RestorePlan = { change: Change; errors: FieldErrors | null; binned: string[]; savedAt: Date }

/** Looks at a restoration before it is made; null when there is no such version. */
export async function planRestore(
  record: Pick<RecordForEdit, 'id' | 'noun' | 'content'>,
  version: number,
  field: string | null,
): Promise<RestorePlan | null> {
  const revision = await readRevision(record.id, version)
  if (!revision) return null
  const { noun, content: current } = record
  const raw = restoredContent(current, revision.content, field)
  const { content, errors } = registry[noun].parse(raw)
  const shown = content ?? raw
  const [change, binned] = await Promise.all([
    changeBetween(record, current, shown),
    db.record.findMany({
      where: { id: { in: mentions(noun, shown).map(({ id }) => id) }, binnedAt: { not: null } },
      select: { titles: true },
      take: 50,
    }),
  ])
  const names = binned.flatMap(({ titles }) => Object.values(titles as Record<string, string>)[0] ?? [])
  return { change, errors: errors ?? null, binned: names, savedAt: revision.createdAt }
}

export type RestoreOutcome = SaveOutcome | { kind: 'invalid'; errors: FieldErrors }

/**
 * Brings a content of before back, relations and translations included, as a new revision; with `field` only that
 * part of it. `lock` is the record's as whoever restores saw it.
 */
export async function restoreRevision(of: {
  id: string
  lock: number
  version: number
  field: string | null
  by: By
  note?: string | null
}): Promise<RestoreOutcome> {
  const { id, lock, version, field, by, note = null } = of
  const [record, revision] = await Promise.all([
    db.record.findUnique({ where: { id, binnedAt: null }, select: { noun: true, content: true } }),
    readRevision(id, version),
  ])
  if (!record || !revision) return { kind: 'gone' }
  const raw = restoredContent(record.content as Content, revision.content, field)
  const { content, errors }: Parsed = registry[record.noun].parse(raw)
  if (errors) return { kind: 'invalid', errors }
  // The lock is compared in the transaction that saves: if it still is the record's, so is the content read above.
  return saveRecord({
    ...{ id, lock, content, by, note },
    came: { act: 'restore', from: version, ...(field ? { field } : {}) },
  })
}
