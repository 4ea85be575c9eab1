import type { Noun } from './nouns'

/** What a record can lack that the desk lists; each is a key of `deskBatches.missing.kinds`. */
export const missingKinds = ['speakers', 'organisation', 'source', 'address', 'withdrawnSource'] as const
export type MissingKind = (typeof missingKinds)[number]

/** The nouns whose records can lack it. */
export const missingOf: Record<MissingKind, readonly Noun[]> = {
  speakers: ['session'],
  organisation: ['session'],
  source: ['statement'],
  address: ['forum', 'edition', 'session', 'person', 'organisation', 'topic', 'statement', 'source'],
  withdrawnSource: ['forum', 'edition', 'session', 'person', 'organisation', 'topic', 'statement'],
}
