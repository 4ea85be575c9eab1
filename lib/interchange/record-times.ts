import 'server-only'
import { db } from '@/lib/db'
import { type Path, routes } from '@/lib/routes'
import type { SearchHit, SearchKind } from '@/lib/search/search-result'
import type { RecordTimes } from './search-atom'

const times = { publishedAt: true, updatedAt: true } as const
type Row = RecordTimes & { path: Path }

/** When the records that were found were published and last changed, by their paths: one query for each kind. */
export async function readRecordTimes(hits: readonly SearchHit[]): Promise<Map<Path, RecordTimes>> {
  const kinds = [...new Set(hits.map(({ kind }) => kind))]
  const rows = await Promise.all(
    kinds.map((kind) => readers[kind](hits.filter((hit) => hit.kind === kind).map(({ path }) => path.split('/')))),
  )
  return new Map(rows.flat().map(({ path, publishedAt, updatedAt }) => [path, { publishedAt, updatedAt }]))
}

/** The slug or id that a path ends in. */
const ends = (paths: string[][]) => paths.map((path) => path.at(-1) ?? '')

const forum = { forum: { select: { slug: true } } } as const

const readers: Record<SearchKind, (paths: string[][]) => Promise<Row[]>> = {
  session: async (paths) =>
    (
      await db.session.findMany({
        where: {
          OR: paths.map(([, , forum = '', edition = '', , session = '']) => ({
            slug: session,
            edition: { slug: edition, forum: { slug: forum } },
          })),
        },
        take: paths.length,
        select: { slug: true, ...times, edition: { select: { slug: true, ...forum } } },
      })
    ).map(({ slug, edition, ...row }) => ({ ...row, path: routes.session(edition.forum.slug, edition.slug, slug) })),
  edition: async (paths) =>
    (
      await db.edition.findMany({
        where: { OR: paths.map(([, , forum = '', edition = '']) => ({ slug: edition, forum: { slug: forum } })) },
        take: paths.length,
        select: { slug: true, ...times, ...forum },
      })
    ).map(({ slug, forum, ...row }) => ({ ...row, path: routes.edition(forum.slug, slug) })),
  statement: async (paths) =>
    (
      await db.statement.findMany({
        where: { publicId: { in: ends(paths) } },
        take: paths.length,
        select: { publicId: true, ...times },
      })
    ).map(({ publicId, ...row }) => ({ ...row, path: routes.statement(publicId) })),
  person: async (paths) => {
    const rows = await db.person.findMany(named(paths))
    return rows.map(({ slug, ...row }) => ({ ...row, path: routes.speaker(slug) }))
  },
  organisation: async (paths) => {
    const rows = await db.organisation.findMany(named(paths))
    return rows.map(({ slug, ...row }) => ({ ...row, path: routes.organisation(slug) }))
  },
  topic: async (paths) => {
    const rows = await db.topic.findMany(named(paths))
    return rows.map(({ slug, ...row }) => ({ ...row, path: routes.topic(slug) }))
  },
}

const named = (paths: string[][]) => ({
  where: { slug: { in: ends(paths) } },
  take: paths.length,
  select: { slug: true, ...times },
})
