import 'server-only'
import { db } from '@/lib/db'
import { csv } from '@/lib/interchange/csv'
import type { AuditEntry } from '@/prisma/client/client'
import type { AuditFilter } from './filter'
import { auditWhere } from './queries'

export type AuditFormat = 'csv' | 'json'

/** Entries that are in memory at once, however long the audit is. */
const AT_ONCE = 1000
const columns = ['id', 'at', 'actorId', 'act', 'noun', 'recordId', 'version', 'detail', 'previousHash', 'hash'] as const

/**
 * The audit as a file, the oldest first, in pieces as they are read: every entry that the filter lets through and that
 * was there when it began, with the hashes by which it can be proved.
 */
export async function* exportAudit(filter: AuditFilter, format: AuditFormat): AsyncGenerator<string> {
  const where = auditWhere(filter)
  const last = await db.auditEntry.aggregate({ _max: { id: true } })
  let after = 0n
  yield format === 'csv' ? csv([columns]) : '['
  for (let isFirst = true; ; isFirst = false) {
    const entries = await db.auditEntry.findMany({
      where: { AND: [where, { id: { gt: after, lte: last._max.id ?? 0n } }] },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    })
    if (!entries.length) break
    after = entries.at(-1)?.id ?? after
    yield format === 'csv' ? asRows(entries) : asJson(entries, isFirst)
    if (entries.length < AT_ONCE) break
  }
  if (format === 'json') yield '\n]\n'
}

/** Without the mark that a file begins with. */
const asRows = (entries: AuditEntry[]) =>
  csv(
    entries.map((entry) => [
      ...[String(entry.id), entry.at.toISOString(), entry.actorId, entry.act, entry.noun, entry.recordId],
      ...[entry.version, entry.detail === null ? null : JSON.stringify(entry.detail), entry.previousHash, entry.hash],
    ]),
  ).slice(1)

const asJson = (entries: AuditEntry[], isFirst: boolean) =>
  `${isFirst ? '' : ','}\n${entries.map((entry) => JSON.stringify({ ...entry, id: Number(entry.id) })).join(',\n')}`
