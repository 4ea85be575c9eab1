import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { type EditionName, editionNameSelect, toEditionName } from '@/lib/editions/name'
import type { Locale } from '@/lib/i18n/locales'
import { type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import { i18n } from '@/lib/i18n/translator'
import { type Paged, paged, slice } from '@/lib/pagination'
import { publishedEdition, publishedPerson, publishedSession } from '@/lib/published'
import { type Path, routes } from '@/lib/routes'
import { changesBetween, type SessionChange } from './version-changes'
import { type VersionSession, versionContent } from './version-content'

/** A page of versions: each needs the one before it. */
export const VERSIONS_PAGE = 10

type Placed = Pick<VersionSession, 'day' | 'startsAt' | 'endsAt'>

const placed = ({ day, startsAt, endsAt }: VersionSession): Placed => ({ day, startsAt, endsAt })

/** What readers are told of a session: nothing in words of one that is not public any more. */
export type PublicChange = {
  id: string
  title: Said | null
  oldTitle: Said | null
  isTitleSupplied: boolean
  path: Path | null
  kinds: SessionChange['kinds']
  before: Placed | null
  after: Placed
  rooms: { before: Said | null; after: Said | null }
  speakers: { added: Said[]; removed: Said[] /** People who are not public any more. */; unnamed: number }
}

export type PublicVersion = {
  number: number
  name: string | null
  publishedAt: Date
  isFirst: boolean
  sessionCount: number
  changes: PublicChange[]
}

export type ProgrammeHistory = { name: EditionName; timeZone: string; versions: Paged<PublicVersion> }

/**
 * The published versions of a programme, the newest first, each with what changed since the one before. Only of what
 * is public now: a session or person that is not any more is counted, not named. Null when there is no such edition.
 */
export const getProgrammeHistory = cache(
  async (id: string, locale: Locale, page: number): Promise<ProgrammeHistory | null> => {
    const context = i18n(locale)
    const { skip, take } = slice(page, VERSIONS_PAGE)
    const [edition, total, rows] = await Promise.all([
      db.edition.findFirst({
        where: { id, ...publishedEdition },
        select: { ...editionNameSelect(context), timeZone: true },
      }),
      db.programmeVersion.count({ where: { editionId: id } }),
      db.programmeVersion.findMany({
        where: { editionId: id },
        orderBy: { number: 'desc' },
        skip,
        take: take + 1,
        select: { number: true, name: true, publishedAt: true, content: true },
      }),
    ])
    if (!edition) return null
    const kept = rows.map(({ content, ...row }) => ({ ...row, content: versionContent.parse(content) }))
    const all = kept.slice(0, take).map((version, at) => ({
      ...version,
      isFirst: version.number === 1,
      changes: changesBetween(kept[at + 1]?.content ?? null, version.content),
    }))
    const changes = all.flatMap(({ changes }) => changes)
    const [sessions, people] = await Promise.all([
      db.session.findMany({
        where: { ...publishedSession, id: { in: [...new Set(changes.map(({ session }) => session.id))] } },
        select: { id: true, slug: true, edition: { select: { slug: true, forum: { select: { slug: true } } } } },
      }),
      db.person.findMany({
        where: {
          ...publishedPerson,
          id: { in: [...new Set(changes.flatMap(({ speakers }) => [...speakers.added, ...speakers.removed]))] },
        },
        select: { id: true, texts: { where: textsFor(locale), select: { ...textMeta, name: true } } },
      }),
    ])
    const pathOf = new Map(
      sessions.map(({ id, slug, edition }) => [id, routes.session(edition.forum.slug, edition.slug, slug)]),
    )
    const nameOf = new Map(people.map(({ id, texts }) => [id, say(texts, 'name', locale)]))
    const toPublic = ({ session, before, kinds, rooms, speakers }: SessionChange): PublicChange => {
      const path = pathOf.get(session.id) ?? null
      const named = (ids: string[]) => ids.flatMap((each) => nameOf.get(each) ?? [])
      const [added, removed] = [named(speakers.added), named(speakers.removed)]
      return {
        ...{ id: session.id, path, kinds, isTitleSupplied: session.isTitleSupplied },
        after: placed(session),
        before: before && placed(before),
        title: path && say(session.texts, 'title', locale),
        oldTitle: path && before && say(before.texts, 'title', locale),
        rooms: {
          before: rooms.before && say(rooms.before, 'name', locale),
          after: rooms.after && say(rooms.after, 'name', locale),
        },
        speakers: {
          ...{ added, removed },
          unnamed: speakers.added.length + speakers.removed.length - added.length - removed.length,
        },
      }
    }
    const versions = all.map(
      ({ content, changes, ...version }): PublicVersion => ({
        ...version,
        sessionCount: content.sessions.length,
        changes: changes.map(toPublic),
      }),
    )
    return {
      name: toEditionName(edition, context),
      timeZone: edition.timeZone,
      versions: paged(versions, total, page, VERSIONS_PAGE),
    }
  },
)

/** Whether a programme has versions to tell of: asked by the pages that link to them. */
export const hasProgrammeVersions = async (editionId: string): Promise<boolean> =>
  (await db.programmeVersion.findFirst({ where: { editionId }, select: { number: true } })) !== null
