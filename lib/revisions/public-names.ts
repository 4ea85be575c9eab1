import 'server-only'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import type { Said } from '@/lib/i18n/texts'
import { type Path, routes } from '@/lib/routes'
import type { TextStatus } from '@/prisma/client/enums'
import type { Noun } from './nouns'
import { type Content, registry } from './registry'

/** A public record as the public knows it: by its published version, never by what the desk makes of it since. */
export type PublicName = {
  id: string
  noun: Noun
  path: Path
  name: Said
  isTitleSupplied: boolean
  version: number
}

type Row = {
  id: string
  noun: Noun
  publicId: string | null
  parentId: string | null
  version: number
  content: Content
}

/** The public ones among some records, by id. A fixed number of queries, however many there are. */
export async function publicNames(ids: readonly string[], locale: Locale): Promise<Map<string, PublicName>> {
  if (!ids.length) return new Map()
  const rows = await readPublished(ids)
  const above = rows.flatMap(({ noun, parentId }) => (noun === 'edition' && parentId ? [parentId] : []))
  const parents = new Map((await readPublished(above)).map((row) => [row.id, row]))
  const paths = await pathsOf(rows)
  return new Map(
    rows.flatMap((row) => {
      const parent = row.parentId ? parents.get(row.parentId) : undefined
      const parentTitles = parent ? registry[parent.noun].titles(parent.content, {}) : {}
      const name = saidTitle(row, registry[row.noun].titles(row.content, parentTitles), locale)
      const path = paths.get(row.id)
      const { id, noun, version } = row
      return path && name
        ? [[id, { id, noun, path, name, version, isTitleSupplied: row.content.isTitleSupplied === true }]]
        : []
    }),
  )
}

async function readPublished(ids: readonly string[]): Promise<Row[]> {
  if (!ids.length) return []
  return db.$queryRaw<Row[]>`
    SELECT record.id, record.noun, record.public_id AS "publicId", record.parent_id AS "parentId",
      record.published_version AS version, revision.content
    FROM record JOIN revision ON revision.record_id = record.id AND revision.version = record.published_version
    WHERE record.id = ANY(${[...ids]}::uuid[]) AND record.state = 'published'
      AND is_public_record(record.noun, record.id)`
}

function saidTitle({ content }: Row, titles: Record<string, string>, locale: Locale): Said | null {
  const texts = (content.texts ?? {}) as Record<string, { status: TextStatus; translator: string | null }>
  const original = Object.keys(texts).find((language) => texts[language]?.status === 'original')
  const language = [locale, original ?? 'en', 'en', ...Object.keys(titles)].find((each) => titles[each])
  if (!language) return null
  const { status = 'original', translator = null } = texts[language] ?? {}
  return { value: titles[language] ?? '', language, status, translator }
}

/** Addresses as they stand in the noun's own tables. */
async function pathsOf(rows: readonly Row[]): Promise<Map<string, Path>> {
  const where = (noun: Noun) => ({ id: { in: rows.flatMap((row) => (row.noun === noun ? [row.id] : [])) } })
  const slug = { id: true, slug: true } as const
  const edition = { slug: true, forum: { select: { slug: true } } } as const
  const [forums, editions, sessions, people, organisations, topics] = await Promise.all([
    db.forum.findMany({ where: where('forum'), select: slug }),
    db.edition.findMany({ where: where('edition'), select: { id: true, ...edition } }),
    db.session.findMany({ where: where('session'), select: { ...slug, edition: { select: edition } } }),
    db.person.findMany({ where: where('person'), select: slug }),
    db.organisation.findMany({ where: where('organisation'), select: slug }),
    db.topic.findMany({ where: where('topic'), select: slug }),
  ])
  return new Map<string, Path>([
    ...forums.map((row) => [row.id, routes.forum(row.slug)] as const),
    ...editions.map((row) => [row.id, routes.edition(row.forum.slug, row.slug)] as const),
    ...sessions.map((row) => [row.id, routes.session(row.edition.forum.slug, row.edition.slug, row.slug)] as const),
    ...people.map((row) => [row.id, routes.speaker(row.slug)] as const),
    ...organisations.map((row) => [row.id, routes.organisation(row.slug)] as const),
    ...topics.map((row) => [row.id, routes.topic(row.slug)] as const),
    ...rows.flatMap(({ id, noun, publicId }) => {
      if (noun === 'statement' && publicId) return [[id, routes.statement(publicId)] as const]
      return noun === 'source' && publicId ? [[id, routes.source(publicId)] as const] : []
    }),
  ])
}
