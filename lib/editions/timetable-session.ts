import { mustSay, type Said, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { publishedPerson } from '@/lib/published'
import { type Path, routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'
import type { SessionFormat } from '@/prisma/client/enums'

/** Speakers named with a session; a timetable says how many more there are. */
const SPEAKERS = 3

/** A session in a timetable: much less than a card holds, as there may be hundreds on a page. */
export type TimetableSession = {
  id: string
  path: Path
  title: Said
  isTitleSupplied: boolean
  format: SessionFormat
  isCancelled: boolean
  /** As recorded; a session without it may still have a date. */
  day: { number: number; date: Date | null } | null
  timeZone: string
  startsAt: Date | null
  endsAt: Date | null
  roomId: string | null
  speakers: Said[]
  speakerCount: number
}

export function timetableSessionSelect({ locale }: I18n) {
  const speakers = { person: publishedPerson }
  return {
    id: true,
    slug: true,
    format: true,
    isTitleSupplied: true,
    isCancelled: true,
    day: { select: { number: true, date: true } },
    startsAt: true,
    endsAt: true,
    roomId: true,
    texts: { where: textsFor(locale), select: { ...textMeta, title: true } },
    edition: { select: { slug: true, forum: { select: { slug: true } } } },
    appearances: {
      where: speakers,
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      take: SPEAKERS,
      select: { person: { select: { texts: { where: textsFor(locale), select: { ...textMeta, name: true } } } } },
    },
    _count: { select: { appearances: { where: speakers } } },
  } satisfies Prisma.SessionSelect
}

type Row = Prisma.SessionGetPayload<{ select: ReturnType<typeof timetableSessionSelect> }>

export function toTimetableSession(row: Row, timeZone: string, { locale }: I18n): TimetableSession {
  const { id, slug, edition, texts, appearances, _count, ...facts } = row
  return {
    id,
    path: routes.session(edition.forum.slug, edition.slug, slug),
    title: mustSay(texts, 'title', locale),
    ...facts,
    timeZone,
    speakers: appearances.map(({ person }) => mustSay(person.texts, 'name', locale)),
    speakerCount: _count.appearances,
  }
}
