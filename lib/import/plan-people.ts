import 'server-only'
import type { Json } from '@/lib/revisions/difference'
import { foundRecords } from '@/lib/revisions/find-records'
import { isSame } from '@/lib/revisions/merge-three-ways'
import { newId } from '@/lib/revisions/new-id'
import { type Content, registry } from '@/lib/revisions/registry'
import { choices, compareContents } from './compare'
import { knownPersonContentOf, personContentOf } from './file-content'
import { readKnownRecords } from './known-records'
import type { PersonMatch } from './match-people'
import { asNewRecord, type NewRecord } from './new-record'
import type { ChangedRecord, Plan } from './plan'
import type { Programme, ProgrammePerson } from './programme'
import type { ImportOptions, PersonItem } from './rehearsal'

export type PeoplePlan = {
  idOf(person: ProgrammePerson): string
  created: NewRecord[]
  changed: ChangedRecord[]
  imported: Plan['imported']
  items: PersonItem[]
  recordOf: Map<PersonItem, string>
}

/** As many of those who are asked for are shown with what is known of them. */
const MOST_KNOWN = 1000

/** What becomes of the people of a file, once it is known who they are; `named` learns what they are called. */
export async function planPeople(of: {
  programme: Programme
  matches: ReadonlyMap<ProgrammePerson, PersonMatch>
  namespace: string
  language: string
  named: Map<string, string>
  options: ImportOptions
}): Promise<PeoplePlan> {
  const { programme, matches, namespace, language, named } = of
  const matched = [...matches.values()].flatMap(({ recordId }) => recordId ?? [])
  const known = await readKnownRecords(namespace, matched)
  const asked = [...matches.values()].filter(({ action }) => action === 'ask').flatMap(({ candidates }) => candidates)
  const shown = await foundRecords('person', [...new Set(asked)].slice(0, MOST_KNOWN), 'en')
  const shownById = new Map(shown.map(({ id, title, lang, known }) => [id, { id, title, lang, known }]))
  const ids = new Map<ProgrammePerson, string>()
  const plan: PeoplePlan = {
    ...{ created: [], changed: [], imported: [], items: [], recordOf: new Map() },
    idOf: (person) => ids.get(person) ?? '',
  }
  const compared = new Set<string>()
  for (const person of programme.people) {
    const match = matches.get(person)
    if (!match) continue
    const id = match.recordId ?? newId()
    ids.set(person, id)
    named.set(id, person.name)
    const item: PersonItem = {
      ...{
        key: person.key,
        place: person.place,
        name: person.name,
        sessions: person.sessions,
        session: person.session,
      },
      ...{ action: match.action, recordId: match.recordId, why: match.why, changes: [], conflicts: [] },
      blocked: [],
      candidates: match.candidates.flatMap((each) => shownById.get(each) ?? []),
    }
    plan.items.push(item)
    plan.recordOf.set(item, id)
    const record = known.get(id)
    if (!record) {
      const { content, errors } = registry.person.parse(personContentOf(person, language, null))
      if (!content) throw new Error(`An import made no person of ${person.name}: ${JSON.stringify(errors)}`)
      plan.created.push(asNewRecord('person', id, content))
      plan.imported.push({ namespace, recordId: id })
      continue
    }
    // Of two of the file who are one the first says what they are.
    if (record.isBinned || compared.has(id)) continue
    compared.add(id)
    const { said } = record
    const file =
      said && 'names' in said
        ? canonical(personContentOf(person, language, said))
        : knownPersonContentOf(person, language, said ?? record.content)
    if (!said && !Object.keys(file).length) continue
    const result = compareContents({ said, now: record.content, file }, choices(of.options, id), named)
    const parsed = result.isChanged ? registry.person.parse(result.content).content : record.content
    if (!parsed) continue
    Object.assign(item, { changes: result.changes, conflicts: result.conflicts })
    if (result.isChanged || !isSame(said as Json, file as Json))
      plan.changed.push({
        ...{ noun: 'person', record, namespace, content: parsed, isChanged: result.isChanged },
        said: isSame(parsed as Json, file as Json) ? null : file,
      })
  }
  return plan
}

const canonical = (raw: Content): Content => registry.person.parse(raw).content ?? raw
