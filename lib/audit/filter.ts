import { z } from 'zod'
import { first } from '@/lib/pagination'

export type AuditFilter = { actor: string | null; act: string | null; noun: string | null; record: string | null }

type Query = Record<string, string | string[] | undefined>

/** What Postgres can compare with: it knows no NUL. */
const text = (value: string | string[] | undefined) => first(value)?.replaceAll('\0', '') || null

/** What an address of the audit narrows it to. */
export const readAuditFilter = (query: Query): AuditFilter => ({
  actor: z.uuid().safeParse(first(query.actor)).data ?? null,
  act: text(query.act),
  noun: text(query.noun),
  record: text(query.record),
})
