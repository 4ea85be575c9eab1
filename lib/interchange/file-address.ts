import {
  type Address,
  editionAt,
  forumAt,
  organisationAt,
  sessionAt,
  sourceAt,
  speakerAt,
  statementAt,
  topicAt,
} from '@/lib/addresses'
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

function recordAt(parts: string[], ending: string): FileAddress | null {
  const [room, first = '', second = '', sessions, session = ''] = parts
  const of = (noun: FileAddress['noun'], find: FileAddress['find']) => ({ noun, ending, find })
  if (parts.length === 0) return of('site', async () => ({ kind: 'published', id: '', path: '/' }))
  if (room === 'forums') {
    if (parts.length === 2) return of('forum', () => forumAt(first))
    if (parts.length === 3) return of('edition', () => editionAt(first, second))
    if (parts.length === 5 && sessions === 'sessions') return of('session', () => sessionAt(first, second, session))
    return null
  }
  if (parts.length !== 2) return null
  if (room === 'speakers') return of('person', () => speakerAt(first))
  if (room === 'organisations') return of('organisation', () => organisationAt(first))
  if (room === 'topics') return of('topic', () => topicAt(first))
  if (room === 'statements') return of('statement', () => statementAt(first))
  return room === 'sources' ? of('source', () => sourceAt(first)) : null
}
