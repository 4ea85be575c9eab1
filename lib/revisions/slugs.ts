import 'server-only'
import { toSlug } from '@/lib/slug'
import type { Prisma } from '@/prisma/client/client'
import type { Noun } from './nouns'
import { type Content, registry } from './registry'

type Found = { id: string | null } | null

/** Who has or had a slug, by noun; a record that is gone keeps it taken. */
const holder: Partial<
  Record<Noun, (tx: Prisma.TransactionClient, slug: string, parentId: string | null) => Promise<Found>>
> = {
  forum: async (tx, slug) => at(await tx.forumSlug.findUnique({ where: { slug } }), 'forumId'),
  edition: async (tx, slug, parentId) =>
    at(await tx.editionSlug.findUnique({ where: { forumId_slug: { forumId: parentId ?? '', slug } } }), 'editionId'),
  session: async (tx, slug, parentId) =>
    at(
      await tx.sessionSlug.findUnique({ where: { editionId_slug: { editionId: parentId ?? '', slug } } }),
      'sessionId',
    ),
  person: async (tx, slug) => at(await tx.personSlug.findUnique({ where: { slug } }), 'personId'),
  organisation: async (tx, slug) => at(await tx.organisationSlug.findUnique({ where: { slug } }), 'organisationId'),
  topic: async (tx, slug) => at(await tx.topicSlug.findUnique({ where: { slug } }), 'topicId'),
}

const at = <K extends string>(row: Record<K, string | null> | null, key: K): Found => (row ? { id: row[key] } : null)

export const MOST_TRIES = 100
/** Stands where an edition's slug stands: the history of its forum. */
const OF_FORUM = 'history'

/**
 * The slug that a record is published under: the one it asks for, else one made of its title, with a number where
 * another record has or had that. Null when the slug asked for is or was another record's; undefined when the noun has
 * none, as its addresses are permanent ids.
 */
export async function chooseSlug(
  tx: Prisma.TransactionClient,
  { id, noun, parentId, titles }: { id: string; noun: Noun; parentId: string | null; titles: Record<string, string> },
  content: Content,
): Promise<string | null | undefined> {
  const find = holder[noun]
  if (!find) return undefined
  const isFree = async (slug: string) => {
    if (noun === 'edition' && slug === OF_FORUM) return false
    const found = await find(tx, slug, parentId)
    return found === null || found.id === id
  }
  const asked = content.slug
  if (typeof asked === 'string') return (await isFree(asked)) ? asked : null
  const made = slugBase(noun, content, titles)
  for (let n = 1; n <= MOST_TRIES; n++) {
    const slug = numberedSlug(made, n, id)
    if (await isFree(slug)) return slug
  }
  return numberedSlug(made, MOST_TRIES + 1, id)
}

/** The nth slug that is tried of a base; after `MOST_TRIES` one that only this record has. */
export const numberedSlug = (base: string, n: number, id: string): string =>
  n === 1 ? base : n <= MOST_TRIES ? `${base.slice(0, 75)}-${n}` : `${base.slice(0, 60)}-${id.slice(-12)}`

/** An edition goes by its year, as editions of one forum do; others by their title, the English one first. */
export function slugBase(noun: Noun, content: Content, titles: Record<string, string>): string {
  if (noun === 'edition' && content.year) return String(content.year)
  return toSlug(titles.en ?? titles.ru ?? titles.kk ?? Object.values(titles)[0] ?? '') ?? noun
}

/** A row for a record that is mentioned before it is published itself: nothing of it but that it will be there. */
export async function ensureRows(tx: Prisma.TransactionClient, noun: Noun, content: Content): Promise<void> {
  const mentioned = registry[noun].references(content)
  const idsOf = (of: Noun) => [...new Set(mentioned.filter((each) => each.noun === of).map(({ id }) => id))]
  const [people, organisations, topics, sources] = [
    idsOf('person'),
    idsOf('organisation'),
    idsOf('topic'),
    idsOf('source'),
  ]
  const rows = (ids: string[]) => ({ data: ids.map((id) => ({ id, slug: id })), skipDuplicates: true })
  if (people.length) await tx.person.createMany(await known(tx, 'person', people, rows))
  if (organisations.length) await tx.organisation.createMany(await known(tx, 'organisation', organisations, rows))
  if (topics.length) await tx.topic.createMany(await known(tx, 'topic', topics, rows))
  if (!sources.length) return
  const records = await tx.record.findMany({
    where: { id: { in: sources }, noun: 'source', state: 'draft' },
    select: { id: true, publicId: true, content: true },
  })
  await tx.source.createMany({
    data: records.map(({ id, publicId }) => ({ id, publicId: publicId ?? '', kind: 'other' })),
    skipDuplicates: true,
  })
}

/** Only of records that the desk has and that never were public: all others have their row. */
async function known<T>(
  tx: Prisma.TransactionClient,
  noun: Noun,
  ids: string[],
  rows: (ids: string[]) => T,
): Promise<T> {
  const records = await tx.record.findMany({ where: { id: { in: ids }, noun, state: 'draft' }, select: { id: true } })
  return rows(records.map(({ id }) => id))
}
