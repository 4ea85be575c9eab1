import 'server-only'
import { appearancesLatestFirst } from '@/lib/appearances/capacity'
import { db } from '@/lib/db'
import { editionNameSelect, toEditionName } from '@/lib/editions/name'
import type { Said } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { type AppearanceCard, appearanceSelect, toAppearanceCard } from '@/lib/people/card'
import { publishedSession } from '@/lib/published'
import { publishedAppearances } from '@/lib/published-sql'
import type { Path } from '@/lib/routes'

/** In what capacity somebody appeared last, in which edition, and in how many sessions they appeared at all. */
export type HitCareer = Pick<AppearanceCard, 'positionHeld' | 'organisation'> & {
  edition: { name: Said; path: Path }
  sessions: number
}

/** The public careers of some people, by their ids; who appears in no public session has none. */
export async function readCareers(ids: string[], i18n: I18n): Promise<Map<string, HitCareer>> {
  const [people, counts] = await Promise.all([
    db.person.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        appearances: {
          where: { session: publishedSession },
          orderBy: appearancesLatestFirst,
          take: 1,
          select: { ...appearanceSelect(i18n), session: { select: { edition: { select: editionNameSelect(i18n) } } } },
        },
      },
    }),
    db.$queryRaw<{ id: string; sessions: number }[]>`
      SELECT person.id, count(DISTINCT session.id)::int AS sessions FROM ${publishedAppearances}
      WHERE person.id = ANY(${ids}::uuid[]) GROUP BY person.id`,
  ])
  const sessions = new Map(counts.map((row) => [row.id, row.sessions]))
  return new Map(
    people.flatMap(({ id, appearances: [latest] }) => {
      if (!latest) return []
      const { positionHeld, organisation } = toAppearanceCard(latest, i18n)
      const edition = toEditionName(latest.session.edition, i18n)
      return [[id, { positionHeld, organisation, edition, sessions: sessions.get(id) ?? 0 }] as const]
    }),
  )
}
