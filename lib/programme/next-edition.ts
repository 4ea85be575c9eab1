import 'server-only'
import { type AuditEntry, writeAudit } from '@/lib/audit/write'
import { db } from '@/lib/db'
import type { EditionContent } from '@/lib/editions/schema'
import type { Locale } from '@/lib/i18n/locales'
import { labelsOf } from '@/lib/revisions/edit-queries'
import { newId } from '@/lib/revisions/new-id'
import { shownTitle } from '@/lib/revisions/record-label'
import { type Content, registry } from '@/lib/revisions/registry'
import { createRecordIn } from '@/lib/revisions/save'
import type { SessionContent } from '@/lib/sessions/schema'
import { sameName } from './check-rows'

/** More sessions are not carried at once. */
const MOST_SESSIONS = 200
const MOST_TITLES = 5000

/** A session whose name, format and track can be carried, and who was in it. */
export type CarriedSession = {
  id: string
  title: string
  lang: string
  format: SessionContent['format']
  /** Its name is that of another session too, of this edition or of another of the forum. */
  isRecurring: boolean
  people: { id: string; name: string; role: SessionContent['appearances'][number]['role'] }[]
}

export type NextEdition = {
  number: number | null
  year: number | null
  timeZone: string | null
  country: string | null
  organisations: { id: string; name: string; role: EditionContent['organisations'][number]['role'] }[]
  rooms: string[]
  tracks: string[]
  sessions: CarriedSession[]
}

async function readLast(editionId: string) {
  const edition = await db.record.findUnique({ where: { id: editionId, noun: 'edition', binnedAt: null } })
  if (!edition) return null
  const [siblings, sessions] = await Promise.all([
    db.record.findMany({
      where: { noun: 'edition', parentId: edition.parentId, binnedAt: null },
      take: 500,
      select: { id: true, content: true },
    }),
    db.record.findMany({
      where: { noun: 'session', parentId: editionId, binnedAt: null, state: { not: 'withdrawn' } },
      orderBy: { id: 'asc' },
      take: MOST_SESSIONS,
      select: { id: true, titles: true, content: true },
    }),
  ])
  const content = edition.content as unknown as EditionContent
  const all = siblings.map((each) => each.content as unknown as EditionContent)
  /** One more than the highest there is, as another edition may have been made already. */
  const next = (field: 'number' | 'year') =>
    content[field] === null ? null : Math.max(...all.map((each) => each[field] ?? 0), content[field] ?? 0) + 1
  return {
    ...{ content, number: next('number'), year: next('year') },
    others: siblings.flatMap(({ id }) => (id === editionId ? [] : [id])),
    numbers: new Set(all.map(({ number }) => number)),
    sessions: sessions.map(({ id, titles, content }) => ({
      ...{ id, titles: titles as Record<string, string>, content: content as unknown as SessionContent },
    })),
  }
}

/** What the edition after this one would have of it: nothing that was published text. Null when there is no such edition. */
export async function planNextEdition(editionId: string, locale: Locale): Promise<NextEdition | null> {
  const last = await readLast(editionId)
  if (!last) return null
  const { content, sessions, others } = last
  const [labels, elsewhere] = await Promise.all([
    labelsOf([
      ...content.organisations.flatMap(({ organisation }) => organisation ?? []),
      ...new Set(sessions.flatMap(({ content }) => content.appearances.flatMap(({ person }) => person ?? []))),
    ]),
    db.record.findMany({
      where: { noun: 'session', parentId: { in: others }, binnedAt: null },
      take: MOST_TITLES,
      select: { titles: true },
    }),
  ])
  const named = (id: string | null) => (id ? (shownTitle(labels[id]?.titles, locale)?.text ?? '') : '')
  const seen = new Map<string, number>()
  for (const { titles } of [...elsewhere, ...sessions])
    for (const title of new Set(Object.values(titles as Record<string, string>).map(sameName)))
      seen.set(title, (seen.get(title) ?? 0) + 1)
  const names = (places: EditionContent['rooms']) =>
    places.map(({ texts }) => Object.fromEntries(Object.entries(texts).map(([lang, { name }]) => [lang, name ?? ''])))
  const shown = (places: EditionContent['rooms']) =>
    names(places).flatMap((titles) => shownTitle(titles, locale)?.text ?? [])
  return {
    ...{ number: last.number, year: last.year, timeZone: content.timeZone, country: content.country },
    organisations: content.organisations.flatMap(({ organisation, role }) =>
      organisation ? [{ id: organisation, name: named(organisation), role }] : [],
    ),
    rooms: shown(content.rooms),
    tracks: shown(content.tracks),
    sessions: sessions.map(({ id, titles, content }) => {
      const title = shownTitle(titles, locale)
      return {
        ...{ id, title: title?.text ?? '', lang: title?.lang ?? locale, format: content.format },
        isRecurring: Object.values(titles).some((each) => (seen.get(sameName(each)) ?? 0) > 1),
        people: content.appearances.flatMap(({ id, person, role }) =>
          person ? [{ id, name: named(person), role }] : [],
        ),
      }
    }),
  }
}

export type ChosenForNext = {
  number: number | null
  year: number | null
  country: boolean
  /** Ids of organisations, sessions and appearances of the last edition. */
  organisations: ReadonlySet<string>
  sessions: ReadonlySet<string>
  people: ReadonlySet<string>
}

export type NextOutcome = { kind: 'made'; id: string } | { kind: 'gone' | 'numberTaken' | 'wrong' }

/** Makes the next edition and its sessions as drafts, of what was chosen, in one transaction. */
export async function createNextEdition(
  editionId: string,
  chosen: ChosenForNext,
  by: { id: string },
): Promise<NextOutcome> {
  const last = await readLast(editionId)
  if (!last) return { kind: 'gone' }
  if (chosen.number !== null && last.numbers.has(chosen.number)) return { kind: 'numberTaken' }
  const { content: from } = last
  const sessions = last.sessions.filter(({ id }) => chosen.sessions.has(id))
  // Rooms and tracks are the new edition's own: nothing else may point to those of the last.
  const trackIds = new Map(from.tracks.map(({ id }) => [id, newId()]))
  const { content } = registry.edition.parse({
    ...{ forum: from.forum, number: chosen.number, year: chosen.year, timeZone: from.timeZone },
    country: chosen.country ? from.country : null,
    organisations: from.organisations.filter(
      ({ organisation }) => organisation && chosen.organisations.has(organisation),
    ),
    rooms: from.rooms.map(({ texts }) => ({ id: newId(), texts })),
    tracks: from.tracks.map(({ id, texts }) => ({ id: trackIds.get(id), texts })),
  })
  if (!content) return { kind: 'wrong' }
  const id = await db.$transaction(
    async (tx) => {
      const entries: AuditEntry[] = []
      const audit: typeof writeAudit = async (_tx, entry) => void entries.push(entry)
      const { id } = await createRecordIn(tx, 'edition', content, by, audit)
      for (const session of sessions) {
        const carried = registry.session.parse(asCarried(session.content, id, trackIds, chosen.people)).content
        if (!carried) throw new Error('A session could not be carried')
        await createRecordIn(tx, 'session', carried, by, audit)
      }
      for (const entry of entries) await writeAudit(tx, entry)
      return id
    },
    { timeout: 5_000 + sessions.length * 250, maxWait: 5_000 },
  )
  return { kind: 'made', id }
}

/** Of a session its name, format and track; of the people chosen who they are and their role, as all else may be another. */
function asCarried(
  { texts, format, isTitleSupplied, language, track, appearances }: SessionContent,
  edition: string,
  trackIds: ReadonlyMap<string, string>,
  people: ReadonlySet<string>,
): Content {
  return {
    ...{ edition, format, isTitleSupplied, language, track: (track && trackIds.get(track)) ?? null },
    texts: Object.fromEntries(
      Object.entries(texts).map(([language, { title, status, translator }]) => [
        language,
        { title, status, translator },
      ]),
    ),
    appearances: appearances.filter(({ id }) => people.has(id)).map(({ person, role }) => ({ person, role })),
  }
}
