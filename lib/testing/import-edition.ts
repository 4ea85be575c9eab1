import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { db } from '@/lib/db'
import { publishRecord } from '@/lib/revisions/publish'
import { draft } from './desk-records'

/** An editor, and a public edition into which programmes are imported. */
export async function importEdition(): Promise<{ by: { id: string }; editionId: string }> {
  const by = await db.user.create({
    data: { email: `${randomUUID()}@example.org`, name: 'An editor', role: 'editor' },
    select: { id: true },
  })
  const text = (fields: object) => ({ en: { status: 'original', ...fields } })
  const forum = await draft('forum', { texts: text({ name: 'A forum' }) }, by)
  const facts = { forum: forum.id, year: 2026, timeZone: 'Asia/Almaty', startsOn: '2026-10-15' }
  const edition = await draft('edition', { ...facts, texts: text({ city: 'Astana' }) }, by)
  for (const { id, lock } of [forum, edition])
    expect(await publishRecord({ id, lock, by })).toMatchObject({ kind: 'published' })
  return { by, editionId: edition.id }
}

/** What the archive holds, without the rehearsals themselves. */
export function withoutRehearsals(rows: Record<string, unknown[]>): Record<string, unknown[]> {
  const { import: _, import_item: __, ...rest } = rows
  return rest
}
