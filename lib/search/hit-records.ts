import 'server-only'
import { db } from '@/lib/db'
import { editionNameSelect, toEditionName } from '@/lib/editions/name'
import type { Said } from '@/lib/i18n/texts'
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
import type { SearchKind } from './search-result'

type Text = { language: string; status: TextStatus; translator: string | null; value: string }

/** What a hit shows of its record, its title in every language there is. */
export type HitRecord = {
  id: string
  path: Path
  titles: Text[]
  isTitleSupplied: boolean
  edition: { name: Said; path: Path } | null
  day: Date | null
  speakers: readonly { names: Text[]; path: Path }[]
}

const SPEAKERS_SHOWN = 6
const meta = { language: true, status: true, translator: true } as const
const names = { texts: { select: { ...meta, name: true } } } as const
const plain = { isTitleSupplied: false, edition: null, day: null, speakers: [] } as const

const named = (rows: (Omit<Text, 'value'> & { name: string })[]): Text[] =>
  rows.map(({ name, ...row }) => ({ ...row, value: name }))

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
  person: async (ids) =>
    (
      await db.person.findMany({
        where: { id: { in: ids }, ...publishedPerson },
        select: { id: true, slug: true, ...names },
      })
    ).map(({ id, slug, texts }) => ({ ...plain, id, path: routes.speaker(slug), titles: named(texts) })),
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

async function readSessions(ids: string[], i18n: I18n): Promise<HitRecord[]> {
  const sessions = await db.session.findMany({
    where: { id: { in: ids }, ...publishedSession },
    select: {
      id: true,
      slug: true,
      isTitleSupplied: true,
      startsAt: true,
      day: { select: { date: true } },
      edition: { select: editionNameSelect(i18n) },
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
    ...{ id, isTitleSupplied },
    path: routes.session(edition.forum.slug, edition.slug, slug),
    titles: texts.map(({ title, ...text }) => ({ ...text, value: title })),
    edition: toEditionName(edition, i18n),
    day: day?.date ?? startsAt,
    speakers: appearances.map(({ person }) => speaker(person)),
  }))
}

const speaker = (person: { slug: string; texts: (Omit<Text, 'value'> & { name: string })[] }) => ({
  names: named(person.texts),
  path: routes.speaker(person.slug),
})

async function readStatements(ids: string[], i18n: I18n): Promise<HitRecord[]> {
  const statements = await db.statement.findMany({
    where: { AND: [{ id: { in: ids } }, publishedStatement] },
    select: {
      id: true,
      publicId: true,
      edition: { select: editionNameSelect(i18n) },
      session: { select: { startsAt: true, day: { select: { date: true } } } },
      texts: { select: { ...meta, text: true } },
      appearance: { select: { person: { select: { slug: true, ...names } } } },
    },
  })
  return statements.map(({ id, publicId, edition, session, texts, appearance }) => ({
    ...{ id, isTitleSupplied: false },
    path: routes.statement(publicId),
    titles: texts.map(({ text, ...rest }) => ({ ...rest, value: text })),
    edition: toEditionName(edition, i18n),
    day: session?.day?.date ?? session?.startsAt ?? null,
    speakers: appearance ? [speaker(appearance.person)] : [],
  }))
}

async function readEditions(ids: string[], i18n: I18n): Promise<HitRecord[]> {
  const editions = await db.edition.findMany({
    where: { AND: [{ id: { in: ids } }, publishedEdition] },
    select: { id: true, startsOn: true, ...editionNameSelect(i18n) },
  })
  return editions.map(({ id, startsOn, ...edition }) => {
    const { name, path } = toEditionName(edition, i18n)
    return {
      ...{ id, path, isTitleSupplied: false, speakers: [] },
      titles: [name],
      edition: { name, path },
      day: startsOn,
    }
  })
}
