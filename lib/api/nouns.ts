import 'server-only'
import type { NounPlural } from '@/lib/revisions/nouns'
import { editions } from './editions'
import { forums } from './forums'
import type { ApiNoun } from './noun'
import { organisations } from './organisations'
import { people } from './people'
import { sessions } from './sessions'
import { sources } from './sources'
import { statements } from './statements'
import { topics } from './topics'

/** Everything that the JSON API gives, by the word in its address. */
export const apiNouns: Record<NounPlural, ApiNoun> = {
  ...{ forums, editions, sessions, people, organisations, topics, statements, sources },
}

export const apiNounOf = (word: string): ApiNoun | null =>
  Object.hasOwn(apiNouns, word) ? apiNouns[word as NounPlural] : null
