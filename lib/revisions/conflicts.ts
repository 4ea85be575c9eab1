import 'server-only'
import { Prisma } from '@/prisma/client/client'
import { UnfinishedContent } from './standing'

/** Why the database did not take a content: a key of `desk.conflict`. */
export type Conflict =
  | 'slugTaken'
  | 'numberTaken'
  | 'identifierTaken'
  | 'dayTwice'
  | 'inUse'
  | 'citedTwice'
  | 'partOfItself'
  | 'unfinished'
  | 'recordGone'

/** Constraints and what breaking each of them means to an editor; the first that fits. */
const meanings: [RegExp, Conflict][] = [
  [/_slug_(pkey|key)|slug_key/, 'slugTaken'],
  [/edition_forum_id_number_key/, 'numberTaken'],
  [/_identifier_pkey/, 'identifierTaken'],
  [/programme_day_edition_id_(date|number)_key/, 'dayTwice'],
  [/citation_once/, 'citedTwice'],
  [/_no_cycle|_parent_check|topic_broader_check/, 'partOfItself'],
  [/(statement|session)_(appearance|day|room|track|session)_id.*fkey/, 'inUse'],
  [/_fkey/, 'recordGone'],
]

/** The conflict that an error of the database stands for; null when it is none of ours. */
export function conflictOf(error: unknown): Conflict | null {
  if (error instanceof UnfinishedContent) return 'unfinished'
  if (
    !(error instanceof Prisma.PrismaClientKnownRequestError || error instanceof Prisma.PrismaClientUnknownRequestError)
  )
    return null
  const said = `${error.message} ${JSON.stringify('meta' in error ? error.meta : '')}`
  return meanings.find(([constraint]) => constraint.test(said))?.[1] ?? null
}
