import 'server-only'
import type { EditionContent } from '@/lib/editions/schema'
import { isSame } from '@/lib/revisions/merge-three-ways'
import { type Content, registry } from '@/lib/revisions/registry'
import { choices, compareContents } from './compare'
import { type KnownRecord, readKnownRecords } from './known-records'
import type { FileHead } from './programme-file'
import type { EditionItem, ImportOptions } from './rehearsal'

type Texts = Record<string, Record<string, string | null>>
/** What a file says of the edition itself: a part of a content. */
type Facts = { startsOn?: string; endsOn?: string; datePrecision?: 'day'; timeZone?: string; texts?: Texts }

/** How long the edition's own fields may be. */
const textFields = { title: 300, city: 120, venue: 300 }

export type FactsPlan = {
  content: EditionContent
  said: Facts | null
  /** Whether the file says something else of the edition than the last time. */
  isSaidAnew: boolean
  isChanged: boolean
  item: EditionItem | null
}

/**
 * What a file says of the edition itself (title, days, place, time zone), compared as any record is: what the edition does
 * not say is taken, what it says otherwise is a conflict.
 */
export async function planFacts(
  edition: KnownRecord,
  head: FileHead,
  { namespace, language, options }: { namespace: string; language: string; options: ImportOptions },
): Promise<FactsPlan> {
  const now = structuredClone(edition.content) as unknown as EditionContent
  const none: FactsPlan = { content: now, said: null, isSaidAnew: false, isChanged: false, item: null }
  if (!options.facts) return none
  const said = ((await readKnownRecords(namespace, [edition.id])).get(edition.id)?.said ?? null) as Facts | null
  const facts = factsOf(head, language, { said: said ?? {}, now })
  if (!Object.keys(facts).length || isSame(said, facts)) return none
  const compared = compareContents(
    // Without a day how exactly it is known says nothing.
    {
      said: said as Content | null,
      now: now.startsOn ? edition.content : { ...edition.content, datePrecision: null },
      file: facts as Content,
    },
    choices(options, edition.id),
    new Map(),
  )
  const { content } = registry.edition.parse(compared.content)
  if (!content) return none
  const { changes, conflicts, isChanged } = compared
  return {
    ...{ content: content as unknown as EditionContent, said: facts, isSaidAnew: true, isChanged },
    item: changes.length || conflicts.length ? { recordId: edition.id, changes, conflicts, blocked: [] } : null,
  }
}

/** What a file says; what it said once and says no more stays said, so that nothing is taken away. */
function factsOf(
  head: FileHead,
  language: string,
  { said, now }: { said: Facts; now: Pick<EditionContent, 'startsOn' | 'endsOn' | 'timeZone' | 'texts'> },
): Facts {
  const facts: Facts = { ...said }
  // Programs that know no zone write UTC; a file that says none is read in the edition's own.
  const zone = head.timeZone
  if (zone && !/UTC$/.test(zone) && (said.timeZone || zone !== now.timeZone)) facts.timeZone = zone
  if (head.startsOn) {
    Object.assign(facts, { startsOn: head.startsOn, datePrecision: 'day' })
    // The last day without the first would be one of other days.
    const isOfTheseDays = !now.startsOn || now.startsOn === head.startsOn || now.endsOn
    if (head.endsOn && head.endsOn >= head.startsOn && isOfTheseDays) facts.endsOn = head.endsOn
  }
  const texts: Record<string, string | null> = { ...said.texts?.[language] }
  for (const field of ['title', 'city', 'venue'] as const) {
    const others = Object.entries(now.texts).some(([key, each]) => key !== language && each[field])
    const isOwn = now.texts[language]?.[field] || said.texts?.[language]?.[field]
    const text = head[field]?.slice(0, textFields[field]).trim()
    // Whether it is a translation of what is said in another language nobody knows.
    if (text && (isOwn || !others)) texts[field] = text
  }
  if (!now.texts[language] && Object.keys(texts).length) texts.status = 'original'
  if (Object.keys(texts).length) facts.texts = { ...said.texts, [language]: texts }
  return facts
}
