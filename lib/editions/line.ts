import { type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import type { Prisma } from '@/prisma/client/client'
import type { DatePrecision } from '@/prisma/client/enums'
import { type EditionName, editionNameSelect, toEditionName } from './name'

/** An edition as one line of a list: name, when and where. */
export const editionLineSelect = (i18n: I18n) =>
  ({
    ...editionNameSelect(i18n),
    startsOn: true,
    endsOn: true,
    datePrecision: true,
    countryCode: true,
    texts: { where: textsFor(i18n.locale), select: { ...textMeta, title: true, city: true, dateNote: true } },
  }) satisfies Prisma.EditionSelect

type Row = Prisma.EditionGetPayload<{ select: ReturnType<typeof editionLineSelect> }>

export type EditionLine = EditionName & {
  startsOn: Date | null
  endsOn: Date | null
  datePrecision: DatePrecision
  /** What is known of the dates beyond them, such as "mid-October, two days". */
  dateNote: Said | null
  city: Said | null
  countryCode: string | null
}

export const toEditionLine = (row: Row, i18n: I18n): EditionLine => ({
  ...toEditionName(row, i18n),
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  datePrecision: row.datePrecision,
  dateNote: say(row.texts, 'dateNote', i18n.locale),
  city: say(row.texts, 'city', i18n.locale),
  countryCode: row.countryCode,
})
