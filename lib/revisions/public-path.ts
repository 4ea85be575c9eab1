import 'server-only'
import { type Path, routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'
import type { Noun } from './nouns'

const slug = { slug: true } as const
const edition = { select: { slug: true, forum: { select: slug } } } as const

/** The address at which the public finds a record, by what stands in the noun's own tables; null when it has no row there. */
export async function publicPath(
  tx: Prisma.TransactionClient,
  { id, noun, publicId }: { id: string; noun: Noun; publicId: string | null },
): Promise<Path | null> {
  const where = { id }
  const find: Record<Noun, () => Promise<Path | null | undefined>> = {
    forum: async () => at(await tx.forum.findUnique({ where, select: slug }), (row) => routes.forum(row.slug)),
    edition: async () =>
      at(await tx.edition.findUnique({ where, ...edition }), (row) => routes.edition(row.forum.slug, row.slug)),
    session: async () =>
      at(await tx.session.findUnique({ where, select: { slug: true, edition } }), (row) =>
        routes.session(row.edition.forum.slug, row.edition.slug, row.slug),
      ),
    person: async () => at(await tx.person.findUnique({ where, select: slug }), (row) => routes.speaker(row.slug)),
    organisation: async () =>
      at(await tx.organisation.findUnique({ where, select: slug }), (row) => routes.organisation(row.slug)),
    topic: async () => at(await tx.topic.findUnique({ where, select: slug }), (row) => routes.topic(row.slug)),
    statement: async () => (publicId ? routes.statement(publicId) : null),
    source: async () => (publicId ? routes.source(publicId) : null),
  }
  return (await find[noun]()) ?? null
}

const at = <R>(row: R | null, path: (row: R) => Path) => row && path(row)
