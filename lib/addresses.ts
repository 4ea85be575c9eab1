import 'server-only'
import { cache } from 'react'
import type { PublicationState } from '@/prisma/client/enums'
import { db } from './db'
import { isPublicId } from './public-id'
import type { Noun } from './revisions/nouns'
import { type Path, routes } from './routes'

/**
 * What stands at an address. `published` carries the record's id; `moved` where it is now, for a 301; `withdrawn`
 * why it is gone, for a 410. Anything else, drafts included, is null: a 404.
 */
export type Address =
  | { kind: 'published'; id: string; path: Path }
  | { kind: 'moved'; to: Path }
  | { kind: 'withdrawn'; on: Date; reasons: Reason[] }
  | null

type Reason = {
  language: string
  status: 'original' | 'human' | 'machine'
  translator: string | null
  withdrawalReason: string | null
}

type Record = {
  id: string
  state: PublicationState
  withdrawnAt: Date | null
  texts: Reason[]
  path: Path
  above?: Record
}

const reasons = { language: true, status: true, translator: true, withdrawalReason: true } as const
const standing = { id: true, state: true, withdrawnAt: true, texts: { select: reasons } } as const

/** A record at its current path answers for itself; one withdrawn above it takes it along. */
function answer(record: Record | null | undefined, asked: Path): Address {
  if (!record) return null
  for (let at: Record | undefined = record; at; at = at.above) {
    if (at.state === 'withdrawn') return { kind: 'withdrawn', on: at.withdrawnAt ?? new Date(0), reasons: at.texts }
    if (at.state !== 'published') return null
  }
  return record.path === asked
    ? { kind: 'published', id: record.id, path: record.path }
    : { kind: 'moved', to: record.path }
}

export const forumAt = cache(async (forum: string): Promise<Address> => {
  const found = await db.forumSlug.findUnique({
    where: { slug: forum },
    select: { forum: { select: { ...standing, slug: true } } },
  })
  const record = found?.forum
  return answer(record && { ...record, path: routes.forum(record.slug) }, routes.forum(forum))
})

const editionStanding = { ...standing, slug: true, forum: { select: { ...standing, slug: true } } } as const

/** The edition that has or had this address, through every forum slug and edition slug there ever was. */
async function findEdition(forum: string, edition: string) {
  const scope = await db.forumSlug.findUnique({ where: { slug: forum }, select: { forumId: true } })
  if (!scope?.forumId) return null
  const found = await db.editionSlug.findUnique({
    where: { forumId_slug: { forumId: scope.forumId, slug: edition } },
    select: { edition: { select: editionStanding } },
  })
  return found?.edition ?? null
}

type EditionStanding = NonNullable<Awaited<ReturnType<typeof findEdition>>>

const editionRecord = (edition: EditionStanding): Record => ({
  ...edition,
  path: routes.edition(edition.forum.slug, edition.slug),
  above: { ...edition.forum, path: routes.forum(edition.forum.slug) },
})

export const editionAt = cache(async (forum: string, edition: string): Promise<Address> => {
  const found = await findEdition(forum, edition)
  return answer(found && editionRecord(found), routes.edition(forum, edition))
})

export const timetableAt = cache(async (forum: string, edition: string): Promise<Address> => {
  const found = await findEdition(forum, edition)
  return answer(
    found && { ...editionRecord(found), path: routes.timetable(found.forum.slug, found.slug) },
    routes.timetable(forum, edition),
  )
})

/** The page of what changed in a programme: that of its edition. */
export const programmeChangesAt = cache(async (forum: string, edition: string): Promise<Address> => {
  const found = await findEdition(forum, edition)
  return answer(
    found && { ...editionRecord(found), path: routes.publicChanges(found.forum.slug, found.slug) },
    routes.publicChanges(forum, edition),
  )
})

export const sessionAt = cache(async (forum: string, edition: string, session: string): Promise<Address> => {
  const scope = await findEdition(forum, edition)
  if (!scope) return null
  const found = await db.sessionSlug.findUnique({
    where: { editionId_slug: { editionId: scope.id, slug: session } },
    select: { session: { select: { ...standing, slug: true, edition: { select: editionStanding } } } },
  })
  const record = found?.session
  return answer(
    record && {
      ...record,
      path: routes.session(record.edition.forum.slug, record.edition.slug, record.slug),
      above: editionRecord(record.edition),
    },
    routes.session(forum, edition, session),
  )
})

export const speakerAt = cache(async (slug: string): Promise<Address> => {
  const found = await db.personSlug.findUnique({
    where: { slug },
    select: { person: { select: { ...standing, slug: true } } },
  })
  const record = found?.person
  return answer(record && { ...record, path: routes.speaker(record.slug) }, routes.speaker(slug))
})

export const organisationAt = cache(async (slug: string): Promise<Address> => {
  const found = await db.organisationSlug.findUnique({
    where: { slug },
    select: { organisation: { select: { ...standing, slug: true } } },
  })
  const record = found?.organisation
  return answer(record && { ...record, path: routes.organisation(record.slug) }, routes.organisation(slug))
})

export const topicAt = cache(async (slug: string): Promise<Address> => {
  const found = await db.topicSlug.findUnique({
    where: { slug },
    select: { topic: { select: { ...standing, slug: true } } },
  })
  const record = found?.topic
  return answer(record && { ...record, path: routes.topic(record.slug) }, routes.topic(slug))
})

export const statementAt = cache(async (publicId: string): Promise<Address> => {
  if (!isPublicId(publicId)) return null
  const found = await db.statement.findUnique({
    where: { publicId },
    select: {
      ...standing,
      edition: { select: editionStanding },
      session: { select: standing },
      appearance: { select: { person: { select: standing } } },
    },
  })
  if (!found) return null
  const path = routes.statement(publicId)
  const edition = editionRecord(found.edition)
  const session = found.session ? { ...found.session, path, above: edition } : edition
  const speaker = found.appearance ? { ...found.appearance.person, path, above: session } : session
  return answer({ ...found, path, above: speaker }, path)
})

export const sourceAt = cache(async (publicId: string): Promise<Address> => {
  if (!isPublicId(publicId)) return null
  const found = await db.source.findUnique({ where: { publicId }, select: standing })
  return answer(found && { ...found, path: routes.source(publicId) }, routes.source(publicId))
})

/** How a noun's page is found by what its address has of slugs, such as those of a session's forum, edition and its own. */
export const addressed: { [noun in Noun]: (slugs: string[]) => Promise<Address> } = {
  forum: async ([forum = '', ...more]) => (more.length ? null : forumAt(forum)),
  edition: async ([forum = '', edition = '', ...more]) => (more.length || !edition ? null : editionAt(forum, edition)),
  session: async ([forum = '', edition = '', session = '', ...more]) =>
    more.length || !session ? null : sessionAt(forum, edition, session),
  person: async ([person = '', ...more]) => (more.length ? null : speakerAt(person)),
  organisation: async ([organisation = '', ...more]) => (more.length ? null : organisationAt(organisation)),
  topic: async ([topic = '', ...more]) => (more.length ? null : topicAt(topic)),
  statement: async ([id = '', ...more]) => (more.length ? null : statementAt(id)),
  source: async ([id = '', ...more]) => (more.length ? null : sourceAt(id)),
}
