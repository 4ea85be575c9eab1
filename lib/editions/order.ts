import type { Prisma } from '@/prisma/client/client'

/** Editions, the latest first; what has no date follows by year, then by number. */
export const editionsLatestFirst = [
  { startsOn: { sort: 'desc', nulls: 'last' } },
  { year: { sort: 'desc', nulls: 'last' } },
  { number: { sort: 'desc', nulls: 'last' } },
  { id: 'asc' },
] satisfies Prisma.EditionOrderByWithRelationInput[]
