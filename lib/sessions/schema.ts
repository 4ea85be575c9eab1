import { z } from 'zod'
import { attachments } from '@/lib/media/attachment-schema'
import {
  choiceOr,
  country,
  instant,
  language,
  line,
  prose,
  reference,
  references,
  row,
  rows,
  slug,
  texts,
  tick,
  whole,
} from '@/lib/revisions/content'
import { links } from '@/lib/revisions/links'
import { citations } from '@/lib/sources/citation-schema'
import { AppearanceRole, SessionFormat } from '@/prisma/client/enums'

const LONGEST = 31 * 24 * 3600_000

export const sessionSchema = z
  .object({
    edition: reference(),
    slug: slug(),
    format: choiceOr(SessionFormat, 'other'),
    isTitleSupplied: tick(),
    language: language(),
    /** Of the edition's days, rooms and tracks. */
    day: reference(),
    startsAt: instant(),
    endsAt: instant(),
    room: reference(),
    track: reference(),
    position: whole(0, 100_000),
    isCancelled: tick(),
    texts: texts({ title: line(), abstract: prose(), note: prose() }),
    topics: references(),
    appearances: rows(
      row({
        person: reference(),
        role: choiceOr(AppearanceRole, 'speaker'),
        organisation: reference(),
        country: country(),
        nameAsPrinted: line(),
        texts: texts({ positionHeld: line() }),
        citations: citations(),
      }),
    ),
    attachments: attachments(),
    links: links(),
    citations: citations(),
  })
  .superRefine(({ startsAt, endsAt, appearances }, context) => {
    if (endsAt && !startsAt) context.addIssue({ code: 'custom', message: 'startMissing', path: ['startsAt'] })
    if (startsAt && endsAt) {
      const length = Date.parse(endsAt) - Date.parse(startsAt)
      if (length <= 0) context.addIssue({ code: 'custom', message: 'endsBeforeStart', path: ['endsAt'] })
      if (length > LONGEST) context.addIssue({ code: 'custom', message: 'outOfRange', path: ['endsAt'] })
    }
    const seen = new Set<string>()
    for (const [at, { person, role }] of appearances.entries()) {
      if (person && seen.has(`${person} ${role}`))
        context.addIssue({ code: 'custom', message: 'twice', path: ['appearances', at, 'person'] })
      seen.add(`${person} ${role}`)
    }
  })

export type SessionContent = z.infer<typeof sessionSchema>
