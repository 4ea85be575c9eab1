import type { Noun } from '@/prisma/client/enums'

/** The nouns that the desk edits, in the order in which it lists them. */
export const nouns = [
  'forum',
  'edition',
  'session',
  'person',
  'organisation',
  'topic',
  'statement',
  'source',
] as const satisfies readonly Noun[]

export type { Noun }

/** The noun in an address of the desk, such as `/admin/people`. */
export const nounPlurals = {
  forum: 'forums',
  edition: 'editions',
  session: 'sessions',
  person: 'people',
  organisation: 'organisations',
  topic: 'topics',
  statement: 'statements',
  source: 'sources',
} as const satisfies Record<Noun, string>

export type NounPlural = (typeof nounPlurals)[Noun]

/** The noun that an address of the desk names; null for any other word. */
export const nounOf = (plural: string): Noun | null => nouns.find((noun) => nounPlurals[noun] === plural) ?? null

/** A record that another one mentions. */
export type Reference = { noun: Noun; id: string }
