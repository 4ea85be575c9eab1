import { z } from 'zod'
import { attachments } from '@/lib/media/attachment-schema'
import {
  asPrecise,
  choiceOr,
  countries,
  country,
  datePrecision,
  day,
  line,
  prose,
  reference,
  row,
  rows,
  slug,
  texts,
  timeZone,
  webAddress,
  whole,
} from '@/lib/revisions/content'
import { citations } from '@/lib/sources/citation-schema'
import { EditionOrganisationRole } from '@/prisma/client/enums'

export const editionSchema = z
  .object({
    forum: reference(),
    slug: slug(),
    number: whole(1, 10_000),
    year: whole(1800, 2200),
    startsOn: day(),
    endsOn: day(),
    datePrecision: datePrecision(),
    timeZone: timeZone(),
    country: country(),
    countryCount: whole(0, 300),
    website: webAddress(),
    texts: texts({
      title: line(),
      theme: line(),
      summary: line(1000),
      description: prose(),
      city: line(120),
      venue: line(),
      dateNote: line(),
    }),
    organisations: rows(z.object({ organisation: reference(), role: choiceOr(EditionOrganisationRole, 'organiser') })),
    countries: countries(),
    /** A day whose date is not known still has its number. */
    days: rows(row({ number: whole(1, 366), date: day() }), 366, { isBlankKept: true }).transform(numbered),
    rooms: rows(row({ texts: texts({ name: line(200) }) }), 200),
    tracks: rows(row({ texts: texts({ name: line(200) }) }), 200),
    attachments: attachments(),
    citations: citations(),
  })
  .superRefine(({ startsOn, endsOn }, context) => {
    if (startsOn && endsOn && endsOn < startsOn)
      context.addIssue({ code: 'custom', message: 'endsBeforeStart', path: ['endsOn'] })
    if (endsOn && !startsOn) context.addIssue({ code: 'custom', message: 'startMissing', path: ['startsOn'] })
  })
  .transform((edition) => {
    const { date, precision } = asPrecise(edition.startsOn, edition.datePrecision)
    const endsOn = precision === 'unknown' ? null : edition.endsOn
    return { ...edition, startsOn: date, endsOn, datePrecision: precision }
  })

/** Days that have no number yet get the next free one. */
function numbered(days: { id: string; number: number | null; date: string | null }[]) {
  let last = Math.max(0, ...days.map(({ number }) => number ?? 0))
  return days.map((each) => ({ ...each, number: each.number ?? ++last }))
}

export type EditionContent = z.infer<typeof editionSchema>
