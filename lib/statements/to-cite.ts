import 'server-only'
import { dayOf } from '@/lib/dates'
import { db } from '@/lib/db'
import { occasionSelect, toOccasion } from '@/lib/editions/occasion'
import type { I18n } from '@/lib/i18n/translator'
import { publishedStatement } from '@/lib/published'
import type { Prisma } from '@/prisma/client/client'
import { statementCardSelect, toStatementCard } from './card'
import type { StatementToCite } from './citable'

/** A statement with when and where it was said. */
export const toCiteSelect = (context: I18n) => {
  const card = statementCardSelect(context)
  const occasion = occasionSelect(context)
  return {
    ...card,
    version: true,
    edition: { select: { ...occasion, ...card.edition.select, texts: occasion.texts } },
    session: { select: { ...card.session.select, startsAt: true, day: { select: { date: true } } } },
  } satisfies Prisma.StatementSelect
}

type Row = Prisma.StatementGetPayload<{ select: ReturnType<typeof toCiteSelect> }>

export function toStatementToCite(row: Row, context: I18n): StatementToCite {
  const { session, edition } = row
  const day = session?.day?.date?.toISOString().slice(0, 10)
  return {
    ...toStatementCard(row, context),
    version: row.version,
    occasion: toOccasion(edition, context),
    heldOn: day ?? (session?.startsAt ? dayOf(session.startsAt, edition.timeZone) : null),
  }
}

/** The published ones among some statements, by their permanent ids. */
export async function listStatementsToCite(publicIds: string[], context: I18n): Promise<Map<string, StatementToCite>> {
  const rows = await db.statement.findMany({
    where: { AND: [publishedStatement, { publicId: { in: publicIds } }] },
    select: toCiteSelect(context),
    take: publicIds.length,
  })
  return new Map(rows.map((row) => [row.publicId, toStatementToCite(row, context)]))
}
