import { isDeepStrictEqual } from 'node:util'
import { sameName } from './programme'
import type { FileNotice, FileSession } from './programme-file'

/** What must be the same in all rows of a session, where a row says it; each with the column that says it. */
const columns = {
  ...{ language: 'language', format: 'format', track: 'track', room: 'room', day: 'day' },
  ...{ starts: 'start', ends: 'end', minutes: 'duration' },
} as const
const fields = Object.keys(columns) as (keyof typeof columns)[]

/**
 * Some tables have a row for each speaker: rows with one id, or with one title and beginning, are one session with their
 * people in the order of the rows. Where they say something else otherwise each stays a session, and that is told.
 */
export class JoinedRows {
  private readonly first = new Map<string, FileSession>()

  constructor(private readonly notices: FileNotice[]) {}

  /** Whether the row is one more of a session before it, which now has its people. */
  join(row: FileSession): boolean {
    const title = Object.values(row.texts)[0]?.title ?? ''
    const key = keyOf(row, title)
    if (!key) return false
    const session = this.first.get(key)
    if (!session) {
      this.first.set(key, row)
      return false
    }
    // Without people it is no row of a speaker.
    const arePeople = row.people.length > 0 && session.people.length > 0
    const column = arePeople ? differing(session, row) : null
    if (!arePeople || column) {
      const [id] = row.ids
      if (column) this.notices.push({ place: row.place, code: 'rowNotJoined', values: { title, column } })
      else if (id) this.notices.push({ place: row.place, code: 'idTwice', values: { id } })
      // What two sessions have tells neither from the other.
      row.ids = []
      return false
    }
    for (const field of fields) if (isNothing(session[field])) Object.assign(session, { [field]: row[field] })
    fillTexts(session, row)
    const known = new Set(session.people.map(({ name, role }) => `${role} ${sameName(name)}`))
    session.people.push(...row.people.filter(({ name, role }) => !known.has(`${role} ${sameName(name)}`)))
    session.topics.push(...row.topics.filter((each) => !session.topics.includes(each)))
    session.links.push(...row.links.filter(({ url }) => !session.links.some((each) => each.url === url)))
    return true
  }
}

const keyOf = ({ ids, isTitleSupplied, starts }: FileSession, title: string): string | null => {
  if (isTitleSupplied) return null
  if (ids[0]) return ids[0]
  return starts && title ? `${sameName(title)} ${starts.at}` : null
}

const isNothing = (value: unknown) => value === null || value === undefined || value === ''

/** The first column in which two rows both say something, each otherwise; null where there is none. */
function differing(a: FileSession, b: FileSession): string | null {
  for (const [language, text] of Object.entries(b.texts))
    for (const [name, value] of Object.entries(text)) {
      const own = a.texts[language]?.[name as 'title']
      if (!isNothing(own) && !isNothing(value) && own !== value) return name
    }
  for (const field of fields) {
    const [x, y] = [a[field], b[field]]
    if (!isNothing(x) && !isNothing(y) && !isDeepStrictEqual(x, y)) return columns[field]
  }
  return a.isCancelled === b.isCancelled ? null : 'cancelled'
}

/** What only a later row says of the texts. */
function fillTexts(session: FileSession, row: FileSession): void {
  for (const [language, text] of Object.entries(row.texts)) {
    const own = session.texts[language] ?? { title: '' }
    session.texts[language] = own
    for (const [name, value] of Object.entries(text))
      if (isNothing(own[name as 'title']) && !isNothing(value)) Object.assign(own, { [name]: value })
  }
}
