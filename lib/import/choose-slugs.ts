import 'server-only'
import { MOST_TRIES, numberedSlug, slugBase } from '@/lib/revisions/slugs'
import { Prisma } from '@/prisma/client/client'
import type { NewRecord } from './new-record'

type Slugged = 'session' | 'person' | 'organisation' | 'topic'

const taken = {
  session: Prisma.sql`session_slug WHERE edition_id =`,
  person: Prisma.sql`person_slug WHERE NULL::uuid IS NOT DISTINCT FROM`,
  organisation: Prisma.sql`organisation_slug WHERE NULL::uuid IS NOT DISTINCT FROM`,
  topic: Prisma.sql`topic_slug WHERE NULL::uuid IS NOT DISTINCT FROM`,
}

/**
 * Gives new records of one noun (sessions: of one edition) the slugs they are published under, as `chooseSlug` gives one:
 * of their title, with the first number that no other record has or had. One query a round, however many there are.
 */
export async function chooseSlugs(
  tx: Prisma.TransactionClient,
  noun: Slugged,
  records: readonly NewRecord[],
): Promise<void> {
  const parent = noun === 'session' ? (records[0]?.parentId ?? null) : null
  const used = new Set<string>()
  let open = records.map((record) => ({ record, base: slugBase(noun, record.content, record.titles), n: 1 }))
  while (open.length) {
    // Of one base each of this round tries another number.
    for (const each of open) while (used.has(tried(each)) && each.n <= MOST_TRIES) each.n += 1
    const tries = [...new Set(open.map(tried))]
    const rows = await tx.$queryRaw<{ slug: string }[]>`
      SELECT slug FROM ${taken[noun]} ${parent}::uuid AND slug = ANY (${tries}::text[])`
    for (const { slug } of rows) used.add(slug)
    const next: typeof open = []
    for (const each of open) {
      const slug = tried(each)
      if (used.has(slug) && each.n <= MOST_TRIES) {
        next.push(each)
        continue
      }
      used.add(slug)
      each.record.content = { ...each.record.content, slug }
    }
    open = next
  }
}

const tried = ({ base, n, record }: { base: string; n: number; record: NewRecord }) => numberedSlug(base, n, record.id)
