import 'server-only'
import { db } from '@/lib/db'
import type { I18n } from '@/lib/i18n/translator'
import { publishedAppearances } from '@/lib/published-sql'
import type { Prisma } from '@/prisma/client/client'
import { type PersonCard, personCardSelect, toPersonCard } from './card'

/** Somebody, and in how many of the sessions in question they appeared. */
export type PersonBySessions = { person: PersonCard; sessions: number }

/**
 * The people of the public appearances that `condition` lets through, those of most sessions first, and how many there
 * are in all. Prisma would count a moderator who also speaks as two sessions.
 */
export async function listPeopleBySessions(
  condition: Prisma.Sql,
  take: number,
  context: I18n,
): Promise<{ people: PersonBySessions[]; count: number }> {
  const rows = await db.$queryRaw<{ id: string; sessions: number; people: number }[]>`
    SELECT person.id, count(DISTINCT session.id)::int AS sessions, (count(*) OVER ())::int AS people
    FROM ${publishedAppearances}
    WHERE ${condition}
    GROUP BY person.id ORDER BY sessions DESC, person.id LIMIT ${take}`
  const people = await db.person.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: { id: true, ...personCardSelect(context) },
  })
  const byId = new Map(people.map((person) => [person.id, toPersonCard(person, context)]))
  return {
    people: rows.flatMap(({ id, sessions }) => {
      const person = byId.get(id)
      return person ? [{ person, sessions }] : []
    }),
    count: rows[0]?.people ?? 0,
  }
}
