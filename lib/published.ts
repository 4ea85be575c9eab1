import type { Prisma } from '@/prisma/client/client'

/**
 * What "published" means, once per noun: every public read (page, list, count, feed, sitemap, image) goes through
 * these where-clauses. A record below an unpublished parent is not public, whatever its own state.
 */
export const publishedForum = { state: 'published' } satisfies Prisma.ForumWhereInput

export const publishedEdition = { state: 'published', forum: publishedForum } satisfies Prisma.EditionWhereInput

export const publishedSession = { state: 'published', edition: publishedEdition } satisfies Prisma.SessionWhereInput

export const publishedTopic = { state: 'published' } satisfies Prisma.TopicWhereInput

export const publishedOrganisation = { state: 'published' } satisfies Prisma.OrganisationWhereInput

export const publishedSource = { state: 'published' } satisfies Prisma.SourceWhereInput

export const publishedPerson = { state: 'published' } satisfies Prisma.PersonWhereInput

/** Somebody seen in public in a session. */
export const publishedAppearance = {
  person: publishedPerson,
  session: publishedSession,
} satisfies Prisma.AppearanceWhereInput

/** A speaker is a published person with at least one published appearance. */
export const publishedSpeaker = {
  ...publishedPerson,
  appearances: { some: { session: publishedSession } },
} satisfies Prisma.PersonWhereInput

/** A statement whose session (if any), edition and speaker (if any) are public too. */
export const publishedStatement = {
  state: 'published',
  edition: publishedEdition,
  AND: [
    { OR: [{ sessionId: null }, { session: { state: 'published' } }] },
    { OR: [{ appearanceId: null }, { appearance: { person: publishedPerson } }] },
  ],
} satisfies Prisma.StatementWhereInput

/** A citation is shown where its source is public. */
export const publishedCitation = { source: publishedSource } satisfies Prisma.CitationWhereInput
