import { type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { type Citation, citationsOf, toCitation } from '@/lib/sources/citations'
import type { Prisma } from '@/prisma/client/client'
import type { DatePrecision } from '@/prisma/client/enums'

/** When and where an edition met, for the pages of what belongs to it. */
export const occasionSelect = (i18n: I18n) => {
  const citations = citationsOf(i18n)
  return {
    startsOn: true,
    endsOn: true,
    datePrecision: true,
    timeZone: true,
    countryCode: true,
    texts: {
      where: textsFor(i18n.locale),
      select: { ...textMeta, title: true, city: true, venue: true },
    },
    citations: { ...citations, where: { ...citations.where, claim: { in: ['dates', 'place'] } } },
  } satisfies Prisma.EditionSelect
}

type Row = Prisma.EditionGetPayload<{ select: ReturnType<typeof occasionSelect> }>

export type Occasion = {
  startsOn: Date | null
  endsOn: Date | null
  datePrecision: DatePrecision
  timeZone: string
  countryCode: string | null
  city: Said | null
  venue: Said | null
  /** Those of its "dates" and "place". */
  citations: Citation[]
}

export function toOccasion({ texts, citations, ...rest }: Row, i18n: I18n): Occasion {
  const { startsOn, endsOn, datePrecision, timeZone, countryCode } = rest
  return {
    ...{ startsOn, endsOn, datePrecision, timeZone, countryCode },
    city: say(texts, 'city', i18n.locale),
    venue: say(texts, 'venue', i18n.locale),
    citations: citations.map((citation) => toCitation(citation, i18n)),
  }
}
