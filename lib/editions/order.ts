import { programmeOrder } from '@/lib/sessions/card'
import type { Prisma } from '@/prisma/client/client'

/** The latest first; what has no date follows by year, then by number. */
export const newestEditionFirst = [
  { startsOn: { sort: 'desc', nulls: 'last' } },
  { year: { sort: 'desc', nulls: 'last' } },
  { number: { sort: 'desc', nulls: 'last' } },
  { id: 'asc' },
] satisfies Prisma.EditionOrderByWithRelationInput[]

/** Sessions of many editions: the latest edition first, in it as the programme runs. */
export const newestSessionFirst = [
  ...newestEditionFirst.map((edition) => ({ edition })),
  ...programmeOrder,
] satisfies Prisma.SessionOrderByWithRelationInput[]

/** Statements of many editions: the latest edition first, in it as they stand in their sessions. */
export const newestStatementFirst = [
  ...newestEditionFirst.map((edition) => ({ edition })),
  { session: { startsAt: { sort: 'asc', nulls: 'last' } } },
  { session: { position: { sort: 'asc', nulls: 'last' } } },
  { position: 'asc' },
  { id: 'asc' },
] satisfies Prisma.StatementOrderByWithRelationInput[]
