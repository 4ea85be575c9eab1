import type { EditionContent } from '@/lib/editions/schema'
import type { OrganisationContent } from '@/lib/organisations/schema'
import type { Noun } from '@/lib/revisions/nouns'
import type { SessionContent } from '@/lib/sessions/schema'
import type { StatementContent } from '@/lib/statements/schema'
import type { TopicContent } from '@/lib/topics/schema'

/** The nouns of which two records can be merged. */
export const mergeableNouns = ['person', 'organisation', 'topic'] as const satisfies readonly Noun[]
export type MergeableNoun = (typeof mergeableNouns)[number]

export const isMergeable = (noun: Noun): noun is MergeableNoun => (mergeableNouns as readonly Noun[]).includes(noun)

export type Replacing = {
  from: string
  to: string
  /** Appearances that became one with another, by their ids. */
  appearances: ReadonlyMap<string, string>
}

type Replaced = { content: object; combined: [string, string][] }

/**
 * A content in which another record stands wherever one was mentioned, each once where a list has each once. Two
 * appearances of one person in one role become one, which `combined` tells by their ids.
 */
export function replaceMention(noun: Noun, id: string, content: object, replacing: Replacing): Replaced {
  const { from, to, appearances } = replacing
  const put = (value: string) => (value === from ? to : value)
  const putOrNull = (value: string | null) => (value === null ? null : put(value))
  const each = (values: readonly string[]) => [...new Set(values.map(put))]
  const only = (changed: object): Replaced => ({ content: { ...content, ...changed }, combined: [] })
  if (noun === 'session') {
    const { topics, appearances: rows } = content as SessionContent
    const put = rows.map((row) => ({
      ...row,
      person: putOrNull(row.person),
      organisation: putOrNull(row.organisation),
    }))
    const { kept, combined } = combine(put, new Set(rows.filter(({ person }) => person === to).map((row) => row.id)))
    return { content: { ...content, topics: each(topics), appearances: kept }, combined }
  }
  if (noun === 'statement') {
    const { topics, appearance } = content as StatementContent
    return only({ topics: each(topics), appearance: (appearance && appearances.get(appearance)) ?? appearance })
  }
  if (noun === 'edition') {
    const rows = (content as EditionContent).organisations.map((row) => ({
      ...row,
      organisation: putOrNull(row.organisation),
    }))
    const isFirst = ({ organisation, role }: (typeof rows)[number], at: number) =>
      organisation === null || rows.findIndex((row) => row.organisation === organisation && row.role === role) === at
    return only({ organisations: rows.filter(isFirst) })
  }
  if (noun === 'organisation') {
    const parent = putOrNull((content as OrganisationContent).parent)
    return only({ parent: parent === id ? null : parent })
  }
  if (noun === 'topic')
    return only({
      broader: each((content as TopicContent).broader)
        .filter((broader) => broader !== id)
        .sort(),
    })
  return only({})
}

type Appearance = SessionContent['appearances'][number]

/** One row for each person and role; of two the one that was there before (`own`) stays, and takes what it lacks. */
function combine(rows: readonly Appearance[], own: ReadonlySet<string>) {
  const kept: Appearance[] = []
  const combined: [string, string][] = []
  for (const row of rows) {
    const at = kept.findIndex(({ person, role }) => person !== null && person === row.person && role === row.role)
    const there = kept[at]
    if (!there) kept.push(row)
    else {
      const [stays, goes] = own.has(row.id) ? [row, there] : [there, row]
      kept[at] = together(stays, goes)
      combined.push([goes.id, stays.id])
    }
  }
  return { kept, combined }
}

function together(stays: Appearance, goes: Appearance): Appearance {
  const same = (a: Appearance['citations'][number], b: typeof a) =>
    a.source === b.source && a.locator === b.locator && a.claim === b.claim
  return {
    ...stays,
    organisation: stays.organisation ?? goes.organisation,
    country: stays.country ?? goes.country,
    nameAsPrinted: stays.nameAsPrinted ?? goes.nameAsPrinted,
    texts: Object.keys(stays.texts).length ? stays.texts : goes.texts,
    citations: [
      ...stays.citations,
      ...goes.citations.filter((citation) => !stays.citations.some((each) => same(each, citation))),
    ],
  }
}
