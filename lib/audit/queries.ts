import 'server-only'
import { db } from '@/lib/db'
import { paged, slice } from '@/lib/pagination'
import type { AuditFilter } from './filter'

/** The entries that a filter lets through. */
export const auditWhere = (filter: AuditFilter) => ({
  ...(filter.actor ? { actorId: filter.actor } : {}),
  ...(filter.act ? { act: filter.act } : {}),
  ...(filter.noun ? { noun: filter.noun } : {}),
  ...(filter.record ? { recordId: filter.record } : {}),
})

/** The audit, the newest first, with the names of those who acted as they are called now. */
export async function listAudit(filter: AuditFilter, page: number) {
  const where = auditWhere(filter)
  const [entries, total] = await Promise.all([
    db.auditEntry.findMany({
      where,
      select: { id: true, at: true, actorId: true, act: true, noun: true, recordId: true, version: true, detail: true },
      orderBy: { id: 'desc' },
      ...slice(page),
    }),
    db.auditEntry.count({ where }),
  ])
  const ids = [
    ...new Set(entries.flatMap(({ actorId, noun, recordId }) => [actorId, noun === 'user' ? recordId : null])),
  ]
  const names = await namesOf(ids.filter((id) => id !== null))
  const items = entries.map((entry) => ({
    ...entry,
    actor: entry.actorId && (names.get(entry.actorId) ?? entry.actorId),
    record: entry.noun === 'user' && entry.recordId ? (names.get(entry.recordId) ?? entry.recordId) : entry.recordId,
  }))
  return paged(items, total, page)
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(users.map(({ id, name }) => [id, name]))
}

/** What the list can be narrowed to. */
export async function auditChoices() {
  const [actors, acts, nouns] = await Promise.all([
    db.user.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' }, take: 500 }),
    db.auditEntry.groupBy({ by: ['act'], orderBy: { act: 'asc' }, take: 200 }),
    db.auditEntry.groupBy({ by: ['noun'], where: { noun: { not: null } }, orderBy: { noun: 'asc' }, take: 50 }),
  ])
  return { actors, acts: acts.map(({ act }) => act), nouns: nouns.flatMap(({ noun }) => (noun ? [noun] : [])) }
}
