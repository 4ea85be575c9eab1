import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { newId } from '@/lib/revisions/new-id'
import { registry } from '@/lib/revisions/registry'
import type { KnownRecord } from './known-records'
import type { Programme } from './programme'

/** The edition that an import is to make: what it is called by until it is there. */
export type NewEdition = {
  id: string
  forum: string
  /** Of those one is known; an edition without a year goes by its slug. */
  year: number | null
  slug: string | null
  timeZone: string | null
}

/** What somebody says of it; without a year that of the file's first day. */
export type NewEditionSaid = { forum: string; year?: number | null; slug?: string | null }

/** Where a programme goes, as a form sends it: an edition's id, or `new:` and a forum's. */
export type Into = { editionId: string | null; newEdition: NewEditionSaid | null; sent: string }
export const intoIn = z
  .string()
  .regex(/^(?:new:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .transform(
    (sent): Into =>
      sent.startsWith('new:')
        ? { editionId: null, newEdition: { forum: sent.slice(4) }, sent }
        : { editionId: sent, newEdition: null, sent },
  )

const ofYear = (content: unknown) => (content as { year: number | null }).year

/**
 * The edition as a record that is not written yet, into which a programme is planned as into any other; null where the
 * forum is not there, `there` where it has such an edition already.
 */
export async function plannedEdition(
  said: NewEditionSaid & { id?: string },
  { head, sessions }: Programme,
): Promise<{ record: KnownRecord; newEdition: NewEdition } | 'there' | null> {
  const forum = await db.record.findUnique({
    where: { id: said.forum, noun: 'forum', binnedAt: null, mergedIntoId: null },
    select: { id: true },
  })
  if (!forum) return null
  const days = sessions.flatMap(({ day, starts }) => day ?? starts?.at.slice(0, 10) ?? []).sort()
  const first = head.startsOn ?? days[0]
  const year = said.year ?? (first && !said.slug ? Number(first.slice(0, 4)) : null)
  const others = await db.record.findMany({
    where: { noun: 'edition', parentId: forum.id, binnedAt: null },
    select: { content: true },
    take: 1000,
  })
  if (year !== null && others.some(({ content }) => ofYear(content) === year)) return 'there'
  const id = said.id ?? newId()
  const slug = said.slug ?? null
  const { content } = registry.edition.parse({ forum: forum.id, year, slug, texts: {} })
  if (!content) return null
  return {
    record: {
      ...{ id, lock: 0, version: 0, state: 'draft', publishedVersion: null, isBinned: false, titles: {}, said: null },
      content,
    },
    newEdition: { id, forum: forum.id, year, slug, timeZone: null },
  }
}
