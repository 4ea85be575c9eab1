import { type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { publishedSession } from '@/lib/published'
import type { Prisma } from '@/prisma/client/client'
import type { DatePrecision } from '@/prisma/client/enums'
import { type EditionName, editionNameSelect, toEditionName } from './name'

/** An edition as it stands in a list: its name, when and where, what it was about, and how much of it is archived. */
export const editionCardSelect = (i18n: I18n) =>
  ({
    ...editionNameSelect(i18n),
    id: true,
    startsOn: true,
    endsOn: true,
    datePrecision: true,
    countryCode: true,
    countryCount: true,
    texts: {
      where: textsFor(i18n.locale),
      select: { ...textMeta, title: true, theme: true, summary: true, city: true, venue: true, dateNote: true },
    },
    _count: { select: { sessions: { where: publishedSession } } },
  }) satisfies Prisma.EditionSelect

type Row = Prisma.EditionGetPayload<{ select: ReturnType<typeof editionCardSelect> }>

export type EditionDates = {
  startsOn: Date | null
  endsOn: Date | null
  datePrecision: DatePrecision
  note: Said | null
}
export type EditionPlace = { venue: Said | null; city: Said | null; countryCode: string | null }

export type EditionCard = {
  id: string
  name: EditionName
  /** How lists are narrowed to it: `forum-slug/edition-slug`. */
  key: string
  number: number | null
  year: number | null
  dates: EditionDates
  place: EditionPlace
  theme: Said | null
  summary: Said | null
  /** How many countries took part, as a source counts them. */
  countryCount: number | null
  sessionCount: number
}

export function toEditionCard(row: Row, i18n: I18n): EditionCard {
  const { id, texts, number, year, startsOn, endsOn, datePrecision, countryCode, countryCount } = row
  const { locale } = i18n
  return {
    id,
    name: toEditionName(row, i18n),
    key: `${row.forum.slug}/${row.slug}`,
    number,
    year,
    dates: { startsOn, endsOn, datePrecision, note: say(texts, 'dateNote', locale) },
    place: { venue: say(texts, 'venue', locale), city: say(texts, 'city', locale), countryCode },
    theme: say(texts, 'theme', locale),
    summary: say(texts, 'summary', locale),
    countryCount,
    sessionCount: row._count.sessions,
  }
}

/** An edition in a list, with how many people speak in it. */
export type EditionInList = EditionCard & { speakerCount: number }
