import type { I18n } from '@/lib/i18n/translator'

/** What an action says of itself in the address that it leads to. */
export type Said = Record<string, string | string[] | undefined>

const DONE = ['sent', 'published', 'scheduled', 'unscheduled', 'withdrawn', 'sentBack', 'editionPublished'] as const
const PROBLEMS = [
  ...['stale', 'gone', 'nothing', 'blocked', 'conflict', 'changed', 'tooMany', 'notPublished'],
] as const satisfies string[]
const CONFLICTS = [
  ...['slugTaken', 'numberTaken', 'identifierTaken', 'dayTwice', 'inUse'],
  ...['citedTwice', 'partOfItself', 'unfinished', 'recordGone'],
] as const satisfies string[]
/** Why a record could not be moved to the bin. */
const BIN_PROBLEMS = ['published', 'hasBelow'] as const

const oneOf = <T extends string>(known: readonly T[], value: unknown) => known.find((each) => each === value)

/** In words, what was done or why it was not; null when the address says nothing that is known. */
export function readSaid({ done, problem, why }: Said, { t }: I18n): { text: string; isProblem: boolean } | null {
  const finished = oneOf(DONE, done)
  if (finished) return { text: t(`deskPublish.done.${finished}`), isProblem: false }
  const conflict = problem === 'conflict' ? oneOf(CONFLICTS, why) : undefined
  if (conflict) return { text: t(`deskPublish.scheduledError.${conflict as 'slugTaken'}`), isProblem: true }
  const binned = oneOf(BIN_PROBLEMS, problem)
  if (binned) return { text: t(`deskHistory.bin.problem.${binned}`), isProblem: true }
  const known = oneOf(PROBLEMS, problem)
  return known ? { text: t(`deskPublish.problem.${known as 'stale'}`), isProblem: true } : null
}
