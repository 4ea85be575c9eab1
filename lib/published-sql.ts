import { Prisma } from '@/prisma/client/client'

/**
 * lib/published.ts once more, for the few queries that Prisma cannot say. The two are one definition: a test
 * (lib/published-sql.test.ts) compares what they let through in every combination of states.
 */

/** `publishedAppearance`, as a from-clause in which person, session, edition and forum can be asked about too. */
export const publishedAppearances = Prisma.sql`
  appearance
  JOIN person ON person.id = appearance.person_id AND person.state = 'published'
  JOIN session ON session.id = appearance.session_id AND session.state = 'published'
  JOIN edition ON edition.id = session.edition_id AND edition.state = 'published'
  JOIN forum ON forum.id = edition.forum_id AND forum.state = 'published'`

/** `publishedOrganisation`, as a condition. */
export const isPublishedOrganisation = Prisma.sql`organisation.state = 'published'`

/** `publishedForum`, as a condition. */
export const isPublishedForum = Prisma.sql`forum.state = 'published'`
