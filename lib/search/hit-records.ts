import 'server-only'
import { dayOf } from '@/lib/dates'
import { db } from '@/lib/db'
import { editionNameSelect, toEditionName } from '@/lib/editions/name'
import type { I18n } from '@/lib/i18n/translator'
import {
  publishedEdition,
  publishedOrganisation,
  publishedPerson,
  publishedSession,
  publishedStatement,
  publishedTopic,
} from '@/lib/published'
import { type Path, routes } from '@/lib/routes'
import type { TextStatus } from '@/prisma/client/enums'
import type { Found } from './find'
import { type HitCareer, readCareers } from './hit-careers'
import type { SearchHit, SearchKind } from './search-result'

export type HitLanguage = { language: string; status: TextStatus; translator: string | null; value: string }

/** What a hit shows of its record, its title in every language there is. */
export type HitRecord = Pick<SearchHit, 'day' | 'dates'> & {
  id: string
  path: Path
  titles: HitLanguage[]
  isTitleSupplied: boolean
  edition: { name: HitLanguage; path: Path } | null
  session: { titles: HitLanguage[]; isTitleSupplied: boolean; path: Path } | null
  speakers: readonly { names: HitLanguage[]; path: Path }[]
  career: HitCareer | null
}

const SPEAKERS_SHOWN = 6
const meta = { language: true, status: true, translator: true } as const
const names = { texts: { select: { ...meta, name: true } } } as const
const plain = {
  ...{ isTitleSupplied: false, edition: null, session: null, day: null, dates: null, career: null },
  speakers: [],
} as const

const named = (rows: (Omit<HitLanguage, 'value'> & { name: string })[]): HitLanguage[] =>
  rows.map(({ name, ...row }) => ({ ...row, value: name }))
const titled = (rows: (Omit<HitLanguage, 'value'> & { title: string })[]): HitLanguage[] =>
  rows.map(({ title, ...row }) => ({ ...row, value: title }))

/** The records of a page of hits, by id. One that has just left the public is missing: what is public is asked again. */
export async function readHitRecords(found: readonly Found[], i18n: I18n): Promise<Map<string, HitRecord>> {
  const kinds = [...new Set(found.map(({ kind }) => kind))]
  const records = await Promise.all(
    kinds.map((kind) =>
      readers[kind](
        found.filter((each) => each.kind === kind).map(({ id }) => id),
        i18n,
      ),
    ),
  )
  return new Map(records.flat().map((record) => [record.id, record]))
}

const readers: Record<SearchKind, (ids: string[], i18n: I18n) => Promise<HitRecord[]>> = {
  session: readSessions,
  statement: readStatements,
  edition: readEditions,
  person: readPeople,
  organisation: async (ids) =>
    (
      await db.organisation.findMany({
        where: { id: { in: ids }, ...publishedOrganisation },
        select: { id: true, slug: true, ...names },
      })
    ).map(({ id, slug, texts }) => ({ ...plain, id, path: routes.organisation(slug), titles: named(texts) })),
  topic: async (ids) =>
    (
      await db.topic.findMany({
        where: { id: { in: ids }, ...publishedTopic },
        select: { id: true, slug: true, ...names },
      })
    ).map(({ id, slug, texts }) => ({ ...plain, id, path: routes.topic(slug), titles: named(texts) })),
}

async function readPeople(ids: string[], i18n: I18n): Promise<HitRecord[]> {
  const [people, careers] = await Promise.all([
    db.person.findMany({
      where: { id: { in: ids }, ...publishedPerson },
      select: { id: true, slug: true, ...names },
    }),
    readCareers(ids, i18n),
  ])
  return people.map(({ id, slug, texts }) => ({
    ...{ ...plain, id, path: routes.speaker(slug), titles: named(texts) },
    career: careers.get(id) ?? null,
  }))
}

async function readSessions(ids: string[], i18n: I18n): Promise<HitRecord[]> {
  const sessions = await db.session.findMany({
    where: { id: { in: ids }, ...publishedSession },
    select: {
      id: true,
      slug: true,
      isTitleSupplied: true,
      startsAt: true,
      day: { select: { date: true } },
      edition: { select: { ...editionNameSelect(i18n), timeZone: true } },
      texts: { select: { ...meta, title: true } },
      appearances: {
        where: { person: publishedPerson },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        take: SPEAKERS_SHOWN,
        select: { person: { select: { slug: true, ...names } } },
      },
    },
  })
  return sessions.map(({ id, slug, isTitleSupplied, startsAt, day, edition, texts, appearances }) => ({
    ...{ ...plain, id, isTitleSupplied },
    path: routes.session(edition.forum.slug, edition.slug, slug),
    titles: titled(texts),
    edition: toEditionName(edition, i18n),
    day: dayOfSession(day, startsAt, edition),
    speakers: appearances.map(({ person }) => speaker(person)),
  }))
}

const speaker = (person: { slug: string; texts: (Omit<HitLanguage, 'value'> & { name: string })[] }) => ({
  names: named(person.texts),
  path: routes.speaker(person.slug),
})

async function readStatements(ids: string[], i18n: I18n): Promise<HitRecord[]> {
  const statements = await db.statement.findMany({
    where: { AND: [{ id: { in: ids } }, publishedStatement] },
    select: {
      id: true,
      publicId: true,
      edition: { select: { ...editionNameSelect(i18n), timeZone: true } },
      session: {
        select: {
          slug: true,
          isTitleSupplied: true,
          startsAt: true,
          day: { select: { date: true } },
          texts: { select: { ...meta, title: true } },
        },
      },
      texts: { select: { ...meta, text: true } },
      appearance: { select: { person: { select: { slug: true, ...names } } } },
    },
  })
  return statements.map(({ id, publicId, edition, session, texts, appearance }) => ({
    ...{ ...plain, id },
    path: routes.statement(publicId),
    titles: texts.map(({ text, ...rest }) => ({ ...rest, value: text })),
    edition: toEditionName(edition, i18n),
    session: session && {
      titles: titled(session.texts),
      isTitleSupplied: session.isTitleSupplied,
      path: routes.session(edition.forum.slug, edition.slug, session.slug),
    },
    day: session && dayOfSession(session.day, session.startsAt, edition),
    speakers: appearance ? [speaker(appearance.person)] : [],
  }))
}

/** The day of the programme, else that of the clock on the spot. */
const dayOfSession = (day: { date: Date | null } | null, startsAt: Date | null, { timeZone }: { timeZone: string }) =>
  day?.date ?? (startsAt && new Date(dayOf(startsAt, timeZone)))

async function readEditions(ids: string[], i18n: I18n): Promise<HitRecord[]> {
  const editions = await db.edition.findMany({
    where: { AND: [{ id: { in: ids } }, publishedEdition] },
    select: { id: true, startsOn: true, endsOn: true, datePrecision: true, ...editionNameSelect(i18n) },
  })
  return editions.map(({ id, startsOn, endsOn, datePrecision, ...edition }) => {
    const { name, path } = toEditionName(edition, i18n)
    return {
      ...{ ...plain, id, path },
      titles: [name],
      edition: { name, path },
      day: startsOn,
      dates: { startsOn, endsOn, datePrecision },
    }
  })
}
