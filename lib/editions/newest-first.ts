import type { Prisma } from '@/prisma/client/client'

/** What belongs to an edition, the newest edition first; editions that began on one day are kept apart. */
export const newestEditionFirst = [
  { edition: { startsOn: { sort: 'desc', nulls: 'last' } } },
  { editionId: 'asc' },
] satisfies Prisma.SessionOrderByWithRelationInput[] & Prisma.StatementOrderByWithRelationInput[]
