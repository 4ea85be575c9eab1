import { editionNameSelect, toEditionName } from '@/lib/editions/name'
import { placeInWords } from '@/lib/editions/place-in-words'
import { mustSay, say, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { documentsOf, toDocument } from '@/lib/media/documents'
import { absolute } from '@/lib/metadata'
import { publishedCitation, publishedPerson } from '@/lib/published'
import { inLocale, type Path, routes } from '@/lib/routes'
import { titlesOf } from '@/lib/sources/citations'
import { topicsOf } from '@/lib/topics/card'
import type { Prisma } from '@/prisma/client/client'
import type { AppearanceRole, SessionFormat } from '@/prisma/client/enums'

const MOST_PEOPLE = 200
const MOST_SOURCES = 50

/** Somebody in a session that goes out of the archive. */
export type OutgoingPerson = {
  id: string
  name: string
  path: Path
  role: AppearanceRole
  position: string | null
  organisation: string | null
  countryCode: string | null
  /** Markdown. */
  biography: string | null
}

/** A public session as it goes out of the archive, in one language. Addresses are absolute where they are called `url`. */
export type OutgoingSession = {
  id: string
  slug: string
  path: Path
  url: string
  /** In square brackets where the archive gave it. */
  title: string
  /** Markdown. */
  abstract: string | null
  format: SessionFormat
  /** BCP 47 tag of the language spoken. */
  language: string | null
  day: { number: number; date: Date | null } | null
  startsAt: Date | null
  endsAt: Date | null
  timeZone: string
  /** By its full name. */
  edition: string
  /** Venue, city and country of the edition. */
  place: string | null
  room: { id: string; name: string } | null
  track: string | null
  isCancelled: boolean
  version: number
  /** When anything of what stands here was last changed. */
  updatedAt: Date
  people: OutgoingPerson[]
  topics: string[]
  documents: { url: string; title: string }[]
  /** The sources that are on the web. */
  sources: { url: string; title: string }[]
}

/** What is read of a published session for `toOutgoingSession`; the where-clause is the caller's. */
export function outgoingSessionSelect(context: I18n) {
  const { locale } = context
  const editionName = editionNameSelect(context)
  const name = { select: { id: true, texts: { where: textsFor(locale), select: { ...textMeta, name: true } } } }
  return {
    ...{ id: true, slug: true, format: true, isTitleSupplied: true, language: true, startsAt: true, endsAt: true },
    ...{ position: true, isCancelled: true, version: true, updatedAt: true },
    day: { select: { number: true, date: true } },
    room: name,
    track: name,
    texts: { where: textsFor(locale), select: { ...textMeta, title: true, abstract: true } },
    edition: {
      select: {
        ...editionName,
        ...{ timeZone: true, countryCode: true },
        texts: {
          ...editionName.texts,
          select: { ...editionName.texts.select, city: true, venue: true },
        },
      },
    },
    topics: topicsOf(context),
    appearances: {
      where: { person: publishedPerson },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      take: MOST_PEOPLE,
      select: {
        ...{ role: true, nameAsPrinted: true, countryCode: true },
        texts: { where: textsFor(locale), select: { ...textMeta, positionHeld: true } },
        organisation: {
          select: { state: true, texts: { where: textsFor(locale), select: { ...textMeta, name: true } } },
        },
        person: {
          select: {
            ...{ id: true, slug: true, updatedAt: true },
            texts: { where: textsFor(locale), select: { ...textMeta, name: true, biography: true } },
          },
        },
      },
    },
    attachments: documentsOf(locale),
    citations: {
      where: publishedCitation,
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      take: MOST_SOURCES,
      select: {
        source: { select: { url: true, texts: { where: textsFor(locale), select: { ...textMeta, title: true } } } },
      },
    },
  } satisfies Prisma.SessionSelect
}

type Row = Prisma.SessionGetPayload<{ select: ReturnType<typeof outgoingSessionSelect> }>

export function toOutgoingSession(row: Row, context: I18n): OutgoingSession {
  const { locale } = context
  const { id, slug, format, language, day, startsAt, endsAt, isCancelled, version, edition } = row
  const path = routes.session(edition.forum.slug, edition.slug, slug)
  const title = mustSay(row.texts, 'title', locale).value
  const named = (of: Row['room']) => of && { id: of.id, name: mustSay(of.texts, 'name', locale).value }
  return {
    ...{ id, slug, format, language, day, startsAt, endsAt, isCancelled, version, path },
    url: absolute(inLocale(locale, path)),
    title: row.isTitleSupplied ? `[${title}]` : title,
    abstract: say(row.texts, 'abstract', locale)?.value ?? null,
    edition: toEditionName(edition, context).name.value,
    place: placeInWords(
      {
        venue: say(edition.texts, 'venue', locale),
        city: say(edition.texts, 'city', locale),
        countryCode: edition.countryCode,
      },
      context,
    ),
    timeZone: edition.timeZone,
    room: named(row.room),
    track: named(row.track)?.name ?? null,
    updatedAt: latest([row.updatedAt, ...row.appearances.map(({ person }) => person.updatedAt)]),
    people: row.appearances.map(({ person, role, texts, organisation, countryCode }) => ({
      id: person.id,
      name: mustSay(person.texts, 'name', locale).value,
      path: routes.speaker(person.slug),
      role,
      position: say(texts, 'positionHeld', locale)?.value ?? null,
      organisation: organisation?.state === 'published' ? mustSay(organisation.texts, 'name', locale).value : null,
      countryCode,
      biography: say(person.texts, 'biography', locale)?.value ?? null,
    })),
    topics: row.topics.map(({ topic }) => mustSay(topic.texts, 'name', locale).value),
    documents: row.attachments.map((attachment) => {
      const document = toDocument(attachment, locale)
      return { url: absolute(document.path), title: document.title?.value ?? document.fileName }
    }),
    sources: [
      ...new Map(
        row.citations.flatMap(({ source: { url, texts } }) =>
          url ? [[url, { url, title: titlesOf(texts, locale).originalTitle.value }] as const] : [],
        ),
      ).values(),
    ],
  }
}

/** The latest of some instants. */
export const latest = (dates: readonly Date[]) => dates.reduce((last, date) => (date > last ? date : last), new Date(0))
