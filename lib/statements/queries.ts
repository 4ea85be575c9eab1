import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import type { Occasion } from '@/lib/editions/occasion'
import {
  type Choice,
  type Choices,
  findChosenEdition,
  findChosenSession,
  findChosenSpeaker,
  findChosenTopic,
} from '@/lib/filter-choices'
import type { Locale } from '@/lib/i18n/locales'
import { mustSay, type Said, textMeta, textsFor } from '@/lib/i18n/texts'
import { i18n } from '@/lib/i18n/translator'
import { findChosenOrganisation } from '@/lib/organisations/chosen'
import { type Paged, paged, slice } from '@/lib/pagination'
import { publishedStatement } from '@/lib/published'
import { type Path, routes } from '@/lib/routes'
import { type StatementCard, statementCardSelect, toStatementCard } from './card'
import { listStatementChoices } from './choices'
import type { StatementFilters } from './filters'
import { statementsNewestFirst } from './order'
import { toCiteSelect, toStatementToCite } from './to-cite'

export type StatementList = Paged<StatementCard> & {
  /** As asked for, with the current address of what was renamed. */
  filters: StatementFilters
  choices: Choices
  /** The session that the list is narrowed to. */
  session: Choice | null
  /** The organisation that the speakers appeared for. */
  organisation: Choice | null
}

/** A page of the statements that match every filter: the newest edition first, in it as the sessions ran. */
export async function listStatements(asked: StatementFilters, page: number, locale: Locale): Promise<StatementList> {
  const context = i18n(locale)
  const [speaker, topic, edition, session, organisation] = await Promise.all([
    findChosenSpeaker(asked.speaker),
    findChosenTopic(asked.topic),
    findChosenEdition(asked.edition),
    findChosenSession(asked.session, context),
    findChosenOrganisation(asked.organisation, context),
  ])
  const isAnyUnknown =
    (asked.speaker && !speaker) ||
    (asked.topic && !topic) ||
    (asked.edition && !edition) ||
    (asked.session && !session) ||
    (asked.organisation && !organisation)
  const where = {
    AND: [
      publishedStatement,
      isAnyUnknown ? { id: { in: [] } } : {},
      speaker ? { appearance: { personId: speaker.id } } : {},
      topic ? { topics: { some: { topicId: topic.id } } } : {},
      edition ? { editionId: edition.id } : {},
      session ? { sessionId: session.id } : {},
      organisation ? { appearance: { organisationId: organisation.id } } : {},
      asked.kind ? { kind: asked.kind } : {},
    ],
  }
  const [rows, total, choices] = await Promise.all([
    db.statement.findMany({
      where,
      orderBy: statementsNewestFirst,
      ...slice(page),
      select: statementCardSelect(context),
    }),
    db.statement.count({ where }),
    listStatementChoices({ speaker, topic, edition }, context),
  ])
  const cards = rows.map((row) => toStatementCard(row, context))
  return {
    ...paged(cards, total, page),
    filters: {
      speaker: speaker?.value ?? asked.speaker,
      topic: topic?.value ?? asked.topic,
      kind: asked.kind,
      edition: edition?.value ?? asked.edition,
      session: session?.value ?? asked.session,
      organisation: organisation?.value ?? asked.organisation,
    },
    choices,
    session,
    organisation,
  }
}

/** A statement by its first words only. */
export type StatementName = { path: Path; text: Said }

export type Statement = StatementCard & {
  /** The published version that it stands in. */
  version: number
  /** As it was first written down; the same as `text` where the page shows that. */
  original: Said
  occasion: Occasion
  /** The day of its session as `2025-10-15`; null while that is not recorded. */
  heldOn: string | null
  /** What was said before and after it in its session. */
  previous: StatementName | null
  next: StatementName | null
}

/** A published statement with all that its page shows; `id` comes from `statementAt`. Null when none is there. */
export const getStatement = cache(async (id: string, locale: Locale): Promise<Statement | null> => {
  const context = i18n(locale)
  const row = await db.statement.findFirst({
    where: { AND: [publishedStatement, { id }] },
    select: { ...toCiteSelect(context), sessionId: true },
  })
  if (!row) return null
  const statement = toStatementToCite(row, context)
  const original = row.texts.find(({ status }) => status === 'original')
  return {
    ...statement,
    ...(await findNeighbours({ id, sessionId: row.sessionId }, locale)),
    original: original ? mustSay([original], 'text', locale) : statement.text,
  }
})

const MOST_IN_SESSION = 5000

async function findNeighbours({ id, sessionId }: { id: string; sessionId: string | null }, locale: Locale) {
  if (!sessionId) return { previous: null, next: null }
  const said = await db.statement.findMany({
    where: { AND: [publishedStatement, { sessionId }] },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: MOST_IN_SESSION,
    select: { id: true },
  })
  const at = said.findIndex((each) => each.id === id)
  if (at < 0) return { previous: null, next: null }
  const [before, after] = [said[at - 1]?.id, said[at + 1]?.id]
  const rows = await db.statement.findMany({
    where: { id: { in: [before, after].filter((each) => each !== undefined) } },
    select: {
      id: true,
      publicId: true,
      texts: { where: textsFor(locale), select: { ...textMeta, text: true } },
    },
  })
  const name = (wanted: string | undefined): StatementName | null => {
    const row = rows.find((each) => each.id === wanted)
    return row ? { path: routes.statement(row.publicId), text: mustSay(row.texts, 'text', locale) } : null
  }
  return { previous: name(before), next: name(after) }
}
