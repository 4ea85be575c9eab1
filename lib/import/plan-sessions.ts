import 'server-only'
import { setImmediate as othersTurn } from 'node:timers/promises'
import type { Json } from '@/lib/revisions/difference'
import { isSame } from '@/lib/revisions/merge-three-ways'
import { newId } from '@/lib/revisions/new-id'
import { type Content, registry } from '@/lib/revisions/registry'
import type { SessionContent } from '@/lib/sessions/schema'
import { choices, compareContents } from './compare'
import { inLanguages, instantOf, type Places, sessionContentOf } from './file-content'
import { readExternalIds, readKnownRecords, readSessionIds } from './known-records'
import { matchSessions } from './match-sessions'
import { asNewRecord, type NewRecord } from './new-record'
import type { ChangedRecord, Plan } from './plan'
import type { NamedPlan } from './plan-named'
import type { PeoplePlan } from './plan-people'
import type { EditionPlaces } from './plan-places'
import { type Programme, sameName } from './programme'
import type { FileNotice, FileSession } from './programme-file'
import type { ImportOptions, SessionItem } from './rehearsal'
import { sessionFormatOf } from './session-format'

export type SessionsPlan = {
  created: NewRecord[]
  changed: ChangedRecord[]
  externalIds: Plan['externalIds']
  imported: Plan['imported']
  /** Of those that are created, changed or in conflict. */
  items: SessionItem[]
  /** Which record each of them is. */
  recordOf: Map<SessionItem, string>
  vanished: SessionItem[]
  notices: FileNotice[]
  /** All that could be read. */
  count: number
  failed: number
}

/** What becomes of the sessions of a file. */
export async function planSessions(of: {
  editionId: string
  programme: Programme
  namespace: string
  language: string
  named: ReadonlyMap<string, string>
  days: Map<FileSession, string | null>
  places: EditionPlaces
  organisations: NamedPlan
  topics: NamedPlan
  people: PeoplePlan
  source: string | null
  options: ImportOptions
  onCompared?: ((done: number) => void) | undefined
  onNew?: ((record: NewRecord) => void) | undefined
}): Promise<SessionsPlan> {
  const { editionId, programme, namespace, language, days, places, organisations, topics, people } = of
  const { sessions } = programme
  const knownIds = await readExternalIds(
    namespace,
    sessions.flatMap(({ ids }) => ids),
  )
  const known = await readKnownRecords(namespace, await readSessionIds(editionId))
  const likeness = (file: FileSession) => ({
    titles: inLanguages(file.texts, language).map(([, { title }]) => sameName(title)),
    startsAt: instantOf(file.starts),
    room: places.place('room', file.room),
  })
  const matches = matchSessions(sessions, likeness, { knownIds, known })
  const context: Places = {
    ...{ editionId, language, source: of.source },
    day: (date) => places.day(date),
    room: (name) => places.place('room', name),
    track: (name) => places.place('track', name),
    topic: topics.idOf,
    organisation: organisations.idOf,
    person: (appearance) => people.idOf(programme.personOf(appearance)),
  }
  const { named } = of
  const plan: SessionsPlan = {
    ...{ created: [], changed: [], externalIds: [], imported: [], items: [], vanished: [], notices: [] },
    ...{ recordOf: new Map(), count: 0, failed: 0 },
  }
  const guessed = new Set<string>()
  const found = new Set([...matches.values()].map(({ record }) => record.id))
  for (const [at, session] of sessions.entries()) {
    // Other requests are answered meanwhile, and what is planned already is prepared for the search.
    if (at % 100 === 99) await othersTurn()
    if (at % 500 === 499) of.onCompared?.(at + 1)
    const match = matches.get(session)
    const day = days.get(session) ?? null
    // What became a content is let go: a large programme is not held twice.
    sessions[at] = gone
    days.delete(session)
    matches.delete(session)
    const record = match?.record ?? null
    const title = Object.values(session.texts)[0]?.title ?? ''
    if (record?.isBinned) {
      plan.notices.push({ place: session.place, code: 'sessionInBin', values: { title } })
      plan.count += 1
      continue
    }
    const file = {
      ...session,
      day,
      people: session.people.map((each) => ({
        ...each,
        affiliation: each.affiliation ?? programme.personOf(each).affiliation,
      })),
    }
    noteGuess(session, guessed, plan.notices)
    const said = (record?.said ?? null) as SessionContent | null
    const now = (record?.content ?? null) as SessionContent | null
    const raw = sessionContentOf(file, context, { said, now })
    const { content, errors } = registry.session.parse(raw)
    if (!content) {
      const [field = '', why = ''] = Object.entries(errors)[0] ?? []
      plan.notices.push({ place: session.place, code: 'sessionLeftOut', values: { title, field, why } })
      plan.failed += 1
      continue
    }
    plan.count += 1
    const id = record?.id ?? newId()
    for (const value of session.ids) if (!knownIds.has(value)) plan.externalIds.push({ namespace, value, recordId: id })
    const item: SessionItem = {
      ...{ key: session.ids[0] ?? `${title} ${session.starts?.at ?? ''}`, place: session.place, title },
      ...{ startsAt: content.startsAt as string | null, room: session.room, action: 'create', recordId: null },
      ...{ why: match?.why ?? null, changes: [], conflicts: [], blocked: [] },
    }
    if (!record) {
      const made = asNewRecord('session', id, content)
      plan.created.push(made)
      of.onNew?.(made)
      plan.imported.push({ namespace, recordId: id })
      plan.items.push(item)
      plan.recordOf.set(item, id)
      continue
    }
    // Of what nobody imported before only what the file says is compared, so that nothing it leaves out is taken away.
    const saysNow = said ? content : onlyFields(content, raw)
    const result = compareContents(
      { said: said as Content | null, now: record.content, file: saysNow },
      choices(of.options, id),
      named,
    )
    const parsed = result.isChanged ? registry.session.parse(result.content) : { content: record.content }
    if (!parsed.content) {
      plan.notices.push({ place: session.place, code: 'sessionNotMerged', values: { title } })
      continue
    }
    const isSaidAnew = !isSame(said as Json, saysNow as Json)
    if (result.isChanged || isSaidAnew)
      plan.changed.push({
        ...{ noun: 'session', record, namespace, content: parsed.content, isChanged: result.isChanged },
        said: isSame(parsed.content as Json, saysNow as Json) ? null : saysNow,
      })
    if (!result.isChanged && !result.conflicts.length) continue
    const { changes, conflicts } = result
    Object.assign(item, { action: result.isChanged ? 'change' : 'same', recordId: id, changes, conflicts })
    plan.items.push(item)
    plan.recordOf.set(item, id)
  }
  plan.vanished = vanished(known, found, named)
  return plan
}

const gone = {} as FileSession

const onlyFields = (content: Content, raw: Content): Content =>
  Object.fromEntries(Object.entries(content).filter(([field]) => field in raw))

function noteGuess({ format, place }: FileSession, guessed: Set<string>, notices: FileNotice[]): void {
  if (!format || guessed.has(format)) return
  const found = sessionFormatOf(format)
  guessed.add(format)
  if (found.isGuess) notices.push({ place, code: 'formatGuessed', values: { said: format, format: found.format } })
}

/** Sessions that an import brought and the file has no more: offered for withdrawal, never withdrawn by themselves. */
function vanished(
  known: Awaited<ReturnType<typeof readKnownRecords>>,
  found: ReadonlySet<string>,
  named: ReadonlyMap<string, string>,
): SessionItem[] {
  return [...known.values()]
    .filter(({ id, said, isBinned, state }) => said && !isBinned && state !== 'withdrawn' && !found.has(id))
    .map(({ id, titles, content }) => ({
      ...{ key: id, place: {}, title: Object.values(titles)[0] ?? '', startsAt: content.startsAt as string | null },
      ...{ room: named.get(String(content.room)) ?? null, action: 'vanished', recordId: id, why: null },
      ...{ changes: [], conflicts: [], blocked: [] },
    }))
}
