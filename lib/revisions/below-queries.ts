import 'server-only'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'
import type { Noun } from './nouns'
import type { Standing } from './record-label'

const MOST = 50

type Below = Omit<Standing, 'scheduledAt'> & { id: string; titles: unknown }

/** The records of a noun that belong to one: at most fifty of them, and how many there are. */
export async function recordsOf(noun: Noun, id: string, below: Noun): Promise<{ records: Below[]; total: number }> {
  const belongs =
    noun === 'session'
      ? Prisma.sql`noun = 'statement' AND content ->> 'session' = ${id}`
      : Prisma.sql`noun = ${below}::noun AND parent_id = ${id}::uuid`
  const [records, [count]] = await Promise.all([
    db.$queryRaw<Below[]>`
      SELECT id, titles, state, review, version, published_version AS "publishedVersion" FROM record
      WHERE ${belongs} AND binned_at IS NULL ORDER BY content ->> 'startsAt', (content ->> 'position')::int, sort_name, id LIMIT ${MOST}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM record WHERE ${belongs} AND binned_at IS NULL`,
  ])
  return { records, total: count?.total ?? 0 }
}

/** The newest records of a noun to choose from, with one that must be among them. */
export async function newestOf(noun: Noun, also: string, most = 200) {
  const isId = /^[0-9a-f-]{36}$/.test(also)
  const records = await db.record.findMany({
    where: { noun, binnedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: { id: true, titles: true, content: true },
  })
  const missing = isId && !records.some(({ id }) => id === also)
  const extra = missing
    ? await db.record.findMany({
        where: { noun, id: also, binnedAt: null },
        select: { id: true, titles: true, content: true },
      })
    : []
  return [...extra, ...records].map(({ id, titles, content }) => ({
    id,
    titles: titles as Record<string, string>,
    timeZone: (content as { timeZone?: string | null }).timeZone ?? null,
  }))
}
