import { type Address, addressed } from '@/lib/addresses'
import type { Noun } from '@/lib/revisions/nouns'
import type { Path } from '@/lib/routes'

/** A file beside a record's page: which record, and what its address has behind that of the page: `.ics`, `/schedule.xml`. */
export type FileAddress = { noun: Noun | 'site'; ending: string; find: () => Promise<Address> }

/** Files with names of their own below a record's address. */
const NAMED = /^(?:schedule\.xml|schedule\.json|sessions\.csv|changes\.atom|feed\.atom|feed\.json)$/

/** What a path with a dot in its last part asks for, such as that of an edition and `.ics`; null where it can be no file. */
export function fileAt(path: Path): FileAddress | null {
  const parts = path.slice(1).split('/')
  const last = parts.pop() ?? ''
  if (NAMED.test(last) && parts.length !== 1) return recordAt(parts, `/${last}`)
  const dot = last.indexOf('.')
  return dot > 0 ? recordAt([...parts, last.slice(0, dot)], last.slice(dot)) : null
}

/** Which noun has its pages below a word. */
const below: { [word: string]: Noun } = {
  speakers: 'person',
  organisations: 'organisation',
  topics: 'topic',
  statements: 'statement',
  sources: 'source',
}

function recordAt(parts: string[], ending: string): FileAddress | null {
  const [word = '', forum = '', edition = '', sessions, session = ''] = parts
  const of = (noun: Noun, slugs: string[]) => ({ noun, ending, find: () => addressed[noun](slugs) })
  if (!parts.length) return { noun: 'site', ending, find: async () => ({ kind: 'published', id: '', path: '/' }) }
  if (word === 'forums') {
    if (parts.length === 2) return of('forum', [forum])
    if (parts.length === 3) return of('edition', [forum, edition])
    return parts.length === 5 && sessions === 'sessions' ? of('session', [forum, edition, session]) : null
  }
  const noun = Object.hasOwn(below, word) ? below[word] : undefined
  return noun && parts.length === 2 ? of(noun, parts.slice(1)) : null
}
