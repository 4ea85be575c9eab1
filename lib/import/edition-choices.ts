import 'server-only'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { shownTitle } from '@/lib/revisions/record-label'

const MOST = 1000

/** The forums of which an import can make a new edition. */
export async function listForumChoices(locale: Locale): Promise<EditionChoice[]> {
  const forums = await db.record.findMany({
    where: { noun: 'forum', binnedAt: null, mergedIntoId: null },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, titles: true },
  })
  return forums
    .map(({ id, titles }) => ({ id, title: shownTitle(titles, locale)?.text ?? id }))
    .sort((a, b) => a.title.localeCompare(b.title, locale))
}

export type EditionChoice = { id: string; title: string }

/** The editions into which a programme can be imported, by what they are called, drafts too. */
export async function listEditionChoices(locale: Locale): Promise<EditionChoice[]> {
  const editions = await db.record.findMany({
    where: { noun: 'edition', binnedAt: null },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, titles: true, parentId: true, content: true },
  })
  const forums = await db.record.findMany({
    where: { id: { in: editions.flatMap(({ parentId }) => parentId ?? []) } },
    select: { id: true, titles: true },
  })
  const named = new Map(forums.map(({ id, titles }) => [id, shownTitle(titles, locale)?.text]))
  return editions
    .map(({ id, titles, parentId, content }) => {
      const { year } = content as { year: number | null }
      const parts = [named.get(parentId ?? ''), shownTitle(titles, locale)?.text, year === null ? null : String(year)]
      // An edition without a name of its own is called by its forum and year: neither is said twice.
      const said = parts.filter((part, at) => part && !parts.some((other, n) => n !== at && other?.includes(part)))
      return { id, title: said.join(' · ') || id }
    })
    .sort((a, b) => a.title.localeCompare(b.title, locale))
}
