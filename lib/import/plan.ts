import 'server-only'
import { createHash } from 'node:crypto'
import { newId } from '@/lib/revisions/new-id'
import type { Content } from '@/lib/revisions/registry'
import { planFacts } from './edition-facts'
import { instantOf } from './file-content'
import { type KnownRecord, readExternalIds } from './known-records'
import { calledIdOf, externalIdsOf, matchPeople } from './match-people'
import { type NewRecord, newRecord } from './new-record'
import { planNamed } from './plan-named'
import { planPeople } from './plan-people'
import { EditionPlaces } from './plan-places'
import { planSessions } from './plan-sessions'
import type { Programme } from './programme'
import type { FileFormat } from './programme-file'
import type { ImportAnswers, ImportNeed, ImportOptions, RehearsalItems, RehearsalSummary } from './rehearsal'
import { tellBlocked } from './tell-blocked'

/** A record that an import changes, or of which only what the file said is kept anew. */
export type ChangedRecord = {
  noun: 'session' | 'person'
  record: KnownRecord
  namespace: string
  content: Content
  isChanged: boolean
  /** What the file says, where the content says otherwise. */
  said: Content | null
}

export type Plan = {
  edition: {
    record: KnownRecord
    /** The import makes it. */
    isNew: boolean
    content: Content
    isChanged: boolean
    /** What the file says of it, in which namespace, and whether that is kept anew. */
    namespace: string
    said: Content | null
    isSaidAnew: boolean
  }
  created: NewRecord[]
  changed: ChangedRecord[]
  /** Which source calls which record what, as far as nobody wrote it before. */
  externalIds: { namespace: string; value: string; recordId: string }[]
  /** Of created sessions and people: the namespace in which the next import finds what the file said. */
  imported: { namespace: string; recordId: string }[]
  items: { [section in keyof RehearsalItems]: RehearsalItems[section][] }
  summary: RehearsalSummary
  digest: string
}

/** Formats by which one system hands out the same ids are one source. */
const family = (format: FileFormat) =>
  ['schedule-xml', 'schedule-json', 'pretalx-api'].includes(format) ? 'schedule' : format

export type Planned = {
  edition: KnownRecord
  /** It is not there yet: the import makes it. */
  isNew: boolean
  forumId: string
  programme: Programme
  options: ImportOptions
  answers: ImportAnswers
  file: { name: string; sha256: string }
  onCompared?: (done: number) => void
  onNew?: ((record: NewRecord) => void) | undefined
}

/** What importing a programme into an edition would do: a few dozen queries for however many sessions; nothing is written. */
export async function planImport(of: Planned): Promise<Plan> {
  const { edition, isNew, forumId, programme, options, answers, file } = of
  const { head, sessions } = programme
  const kind = family(head.format)
  const spaces = {
    session: `session:${edition.id}:${kind}`,
    person: `person:${forumId}:${kind}`,
    named: `edition:${edition.id}:${kind}`,
  }
  const language = options.language ?? head.language ?? 'en'
  const facts = await planFacts(edition, head, { namespace: spaces.named, language, options })
  if (isNew) facts.item = { changes: [], conflicts: [], blocked: [], ...facts.item, recordId: null }
  const { content } = facts
  const places = new EditionPlaces(content, language)
  const timeZone = options.timeZone ?? content.timeZone ?? head.timeZone ?? 'UTC'
  const local = localDay(timeZone)
  const days = new Map(sessions.map((each) => [each, each.day ?? (each.starts && dayIn(each.starts, local))] as const))
  places.addDays([...days.values()].flatMap((day) => day ?? []))
  for (const name of head.rooms) if (sessions.some(({ room }) => room === name)) places.place('room', name)

  const affiliations = [
    ...programme.people.flatMap(({ affiliation }) => affiliation ?? []),
    ...sessions.flatMap(({ people }) => people.flatMap(({ affiliation }) => affiliation ?? [])),
  ]
  const organisations = await planNamed('organisation', affiliations, spaces.named)
  const topics = await planNamed(
    'topic',
    sessions.flatMap((each) => each.topics),
    spaces.named,
  )
  const matches = await matchPeople(
    programme.people,
    { namespace: spaces.person, editionId: edition.id },
    answers,
    options.likely,
  )
  const { names: named } = places
  for (const { key, recordId } of [...organisations.items, ...topics.items]) if (recordId) named.set(recordId, key)
  const people = await planPeople({ programme, matches, namespace: spaces.person, language, named, options })
  if (of.onNew) people.created.forEach(of.onNew)
  const source = await planSource(of, spaces.named, language)
  if (source) named.set(source.id, head.title ?? file.name)
  const needs: ImportNeed[] = []
  const isWall = ({ starts, ends }: (typeof sessions)[number]) => starts?.kind === 'wall' || ends?.kind === 'wall'
  if (sessions.some(isWall)) needs.push('timeZone')
  if (!options.language && !head.language && sessions.some(({ texts }) => '' in texts)) needs.push('language')
  const planned = await planSessions({
    ...{ editionId: edition.id, programme, namespace: spaces.session, language, named, days, places, organisations },
    ...{ topics, people, source: source?.id ?? null, options, onCompared: of.onCompared, onNew: of.onNew },
  })

  const text = (name: string) => ({ texts: { [language]: { status: 'original', name } } })
  const created: NewRecord[] = [
    ...(source?.record ? [source.record] : []),
    ...topics.created.map(({ id, name }) => newRecord('topic', id, text(name.slice(0, 120)))),
    ...organisations.created.map(({ id, name }) => newRecord('organisation', id, text(name.slice(0, 300)))),
    ...people.created,
    ...planned.created,
  ]
  const changed = [...people.changed, ...planned.changed]
  const bound = await readExternalIds(
    spaces.person,
    programme.people.flatMap((each) => [...externalIdsOf(each, edition.id), calledIdOf(each, edition.id)]),
  )
  const personIds = programme.people.flatMap((person) => {
    const recordId = people.idOf(person)
    const own = externalIdsOf(person, edition.id)
    const isOther = own.some((value) => bound.has(value) && bound.get(value) !== recordId)
    const isOtherName = matches.get(person)?.why === 'answered' && own.some((value) => bound.has(value))
    return [...own, ...(isOther || isOtherName ? [calledIdOf(person, edition.id)] : [])]
      .filter((value) => !bound.has(value))
      .map((value) => ({ namespace: spaces.person, value, recordId }))
  })
  const externalIds = [
    ...(source?.record ? [{ namespace: spaces.named, value: SOURCE, recordId: source.id }] : []),
    ...[...organisations.ids, ...topics.ids].map((each) => ({ namespace: spaces.named, ...each })),
    ...personIds,
    ...planned.externalIds,
  ]
  const isEditionChanged = places.added.length > 0 || facts.isChanged
  if (options.publish)
    await tellBlocked({
      edition,
      isNew,
      item: facts.item,
      content,
      created,
      changed,
      planned,
      people,
      organisations,
      topics,
    })
  const items: Plan['items'] = {
    edition: facts.item ? [facts.item] : [],
    ...{ sessions: toLookAtFirst(planned.items), vanished: planned.vanished, places: places.added },
    questions: people.items.filter(({ action }) => action === 'ask'),
    people: toLookAtFirst(people.items.filter(({ action }) => action !== 'ask')),
    ...{ organisations: toLookAtFirst(organisations.items), topics: toLookAtFirst(topics.items) },
    notices: [
      ...programme.notices,
      ...planned.notices,
      ...places.leftOut.map(({ kind, name }) => ({ place: {}, code: 'tooManyPlaces', values: { kind, name } })),
    ],
  }
  if (items.questions.length) needs.push('people')
  const counted = (list: { action: string }[], all: number) => ({
    created: list.filter(({ action }) => action === 'create').length,
    changed: list.filter(({ action }) => action === 'change').length,
    unchanged: all - list.filter(({ action }) => action === 'create' || action === 'change').length,
  })
  const changedPeople = people.changed.filter(({ isChanged }) => isChanged).length
  const newPeople = people.created.length
  const blocked = (list: readonly { blocked: unknown[] }[]) => list.filter((each) => each.blocked.length).length
  const summary: RehearsalSummary = {
    edition: {
      ...{ created: isNew ? 1 : 0, changed: isNew ? 0 : (facts.item?.changes.length ?? 0) },
      ...{ conflicts: facts.item?.conflicts.length ?? 0, blocked: facts.item?.blocked.length ? 1 : 0 },
    },
    sessions: {
      ...counted(planned.items, planned.count),
      conflicts: planned.items.filter(({ conflicts }) => conflicts.length).length,
      vanished: planned.vanished.length,
      blocked: blocked(planned.items),
    },
    people: {
      ...{ created: newPeople, changed: changedPeople },
      unchanged: people.items.length - newPeople - changedPeople,
      matched: people.items.filter(({ action }) => action === 'match').length,
      asked: items.questions.length,
      conflicts: people.items.filter(({ conflicts }) => conflicts.length).length,
      blocked: blocked(people.items),
    },
    organisations: {
      ...counted(organisations.items, organisations.items.length),
      blocked: blocked(organisations.items),
    },
    topics: { ...counted(topics.items, topics.items.length), blocked: blocked(topics.items) },
    days: places.added.filter((each) => each.kind === 'day').length,
    rooms: places.added.filter((each) => each.kind === 'room').length,
    tracks: places.added.filter((each) => each.kind === 'track').length,
    notices: items.notices.length,
    failed: planned.failed,
    needs,
  }
  const digest = digestOf([
    ...[
      file.sha256,
      sorted(options),
      summary,
      isNew && edition.content,
      (isEditionChanged || facts.isSaidAnew) && edition.lock,
    ],
    ...Object.values(items).flat(),
    ...changed.map(({ record: { id, lock } }) => [id, lock]),
  ])
  return {
    edition: {
      ...{ record: edition, isNew, content: content as unknown as Content, isChanged: isEditionChanged },
      ...{ namespace: spaces.named, said: facts.said as Content | null, isSaidAnew: facts.isSaidAnew },
    },
    ...{ created, changed, externalIds, imported: [...people.imported, ...planned.imported], items, summary, digest },
  }
}

/** First those about which something can be chosen, then those that cannot be published, then all others. */
const toLookAtFirst = <Item extends { conflicts?: unknown[]; blocked: unknown[] }>(items: Item[]): Item[] => {
  const rank = ({ conflicts, blocked }: Item) => (conflicts?.length ? 0 : blocked.length ? 1 : 2)
  return [0, 1, 2].flatMap((each) => items.filter((item) => rank(item) === each))
}

/** Stands for values in their order; each is taken by itself, as all of a large import would be a very long text. */
function digestOf(values: readonly unknown[]): string {
  const hash = createHash('sha256')
  for (const value of values) hash.update(`${JSON.stringify(value)}\n`)
  return hash.digest('base64url')
}

/** With the fields of each object in one order: the database keeps none. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, each]) => [field, sorted(each)]),
  )
}

const SOURCE = 'file'

/** The file as a source: the same for every import of the programme. */
async function planSource(
  { programme: { head }, options, file }: Planned,
  namespace: string,
  language: string,
): Promise<{ id: string; record: NewRecord | null } | null> {
  if (!options.source) return null
  const known = (await readExternalIds(namespace, [SOURCE])).get(SOURCE)
  if (known) return { id: known, record: null }
  const id = newId()
  const raw = {
    ...{ kind: 'programme', url: head.url, language: head.language, readOn: new Date().toISOString().slice(0, 10) },
    texts: {
      [language]: { status: 'original', title: head.title ?? file.name, note: `${file.name} (SHA-256 ${file.sha256})` },
    },
  }
  return { id, record: newRecord('source', id, raw) }
}

/** The calendar day of an instant in a zone. */
function localDay(timeZone: string) {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const kept = new Map<string, string>()
  return (instant: string) => {
    const known = kept.get(instant)
    if (known) return known
    const day = format.format(new Date(instant))
    kept.set(instant, day)
    return day
  }
}

const dayIn = (time: Parameters<typeof instantOf>[0], local: (instant: string) => string): string | null => {
  const instant = instantOf(time)
  return instant ? local(instant) : (time?.at.slice(0, 10) ?? null)
}
