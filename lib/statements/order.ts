import { newestEditionFirst } from '@/lib/editions/newest-first'
import type { Prisma } from '@/prisma/client/client'

/** Statements of many editions: the newest edition first, in it as the sessions ran. */
export const statementsNewestFirst = [
  ...newestEditionFirst,
  { session: { startsAt: { sort: 'asc', nulls: 'last' } } },
  { session: { position: { sort: 'asc', nulls: 'last' } } },
  { position: 'asc' },
  { id: 'asc' },
] satisfies Prisma.StatementOrderByWithRelationInput[]
