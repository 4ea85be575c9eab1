import { type EditionName, editionNameSelect, toEditionName } from '@/lib/editions/name'
import { mustSay, type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { type AppearanceCard, appearanceSelect, toAppearanceCard } from '@/lib/people/card'
import { publishedPerson } from '@/lib/published'
import { type Path, routes } from '@/lib/routes'
import { type TopicCard, topicsOf, toTopicCard } from '@/lib/topics/card'
import type { Prisma } from '@/prisma/client/client'
import type { SessionFormat } from '@/prisma/client/enums'

/** Speakers shown with a session in a list; a longer panel says how many more there are. */
const SPEAKERS_IN_LIST = 12

/** A session as it stands in a programme or a list. */
export const sessionCardSelect = (i18n: I18n) =>
  ({
    id: true,
    slug: true,
    format: true,
    isTitleSupplied: true,
    isCancelled: true,
    startsAt: true,
    endsAt: true,
    position: true,
    day: { select: { number: true, date: true } },
    room: { select: { id: true, texts: { where: textsFor(i18n.locale), select: { ...textMeta, name: true } } } },
    texts: { where: textsFor(i18n.locale), select: { ...textMeta, title: true, abstract: true } },
    edition: { select: { ...editionNameSelect(i18n), timeZone: true } },
    topics: topicsOf(i18n),
    appearances: {
      where: { person: publishedPerson },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      take: SPEAKERS_IN_LIST,
      select: appearanceSelect(i18n),
    },
    _count: { select: { appearances: { where: { person: publishedPerson } } } },
  }) satisfies Prisma.SessionSelect

type Row = Prisma.SessionGetPayload<{ select: ReturnType<typeof sessionCardSelect> }>

export type SessionCard = {
  id: string
  path: Path
  title: Said
  isTitleSupplied: boolean
  /** Markdown. */
  abstract: Said | null
  format: SessionFormat
  isCancelled: boolean
  day: { number: number; date: Date | null } | null
  startsAt: Date | null
  endsAt: Date | null
  timeZone: string
  room: { id: string; name: Said } | null
  edition: EditionName
  topics: TopicCard[]
  appearances: AppearanceCard[]
  /** How many people appeared in all; `appearances` may hold the first of them only. */
  appearanceCount: number
}

export function toSessionCard(row: Row, i18n: I18n): SessionCard {
  return {
    id: row.id,
    path: routes.session(row.edition.forum.slug, row.edition.slug, row.slug),
    title: mustSay(row.texts, 'title', i18n.locale),
    isTitleSupplied: row.isTitleSupplied,
    abstract: say(row.texts, 'abstract', i18n.locale),
    format: row.format,
    isCancelled: row.isCancelled,
    day: row.day,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    timeZone: row.edition.timeZone,
    room: row.room && { id: row.room.id, name: mustSay(row.room.texts, 'name', i18n.locale) },
    edition: toEditionName(row.edition, i18n),
    topics: row.topics.map(({ topic }) => toTopicCard(topic, i18n)),
    appearances: row.appearances.map((appearance) => toAppearanceCard(appearance, i18n)),
    appearanceCount: row._count.appearances,
  }
}

/** The order of a programme: by time, else by recorded place, else as archived. */
export const programmeOrder = [
  { startsAt: { sort: 'asc', nulls: 'last' } },
  { position: { sort: 'asc', nulls: 'last' } },
  { id: 'asc' },
] satisfies Prisma.SessionOrderByWithRelationInput[]
