import { countryName } from '@/lib/countries'
import { dayOf, formatDate, formatDates, formatDay, formatTimes } from '@/lib/dates'
import type { EditionContent } from '@/lib/editions/schema'
import type { I18n } from '@/lib/i18n/translator'
import type { OrganisationContent } from '@/lib/organisations/schema'
import type { SessionContent } from '@/lib/sessions/schema'
import type { SourceContent } from '@/lib/sources/schema'
import type { StatementContent } from '@/lib/statements/schema'
import type { TopicContent } from '@/lib/topics/schema'
import type { KnownPerson } from './known-people'
import type { Noun } from './nouns'
import { shownTitle } from './record-label'
import { dayDate } from './standing'

/** What a line is made of, beside the content. */
export type Around = {
  /** Titles of the record it belongs to. */
  parentTitles: unknown
  timeZone: string | null
  /** Of the edition's days, the one of a session. */
  day: { number: number; date: string | null } | null
  person: KnownPerson | undefined
  /** Titles of records that it mentions, by id. */
  titlesById: ReadonlyMap<string, unknown>
}

type Part = string | null | undefined | false
const SEPARATOR = ' · '
const joined = (parts: Part[]) => parts.filter(Boolean).join(SEPARATOR)

type Line = (content: never, around: Around, i18n: I18n) => Part[]
const line = <C>(say: (content: C, around: Around, i18n: I18n) => Part[]) => say as Line

const lines: Record<Noun, Line> = {
  forum: line(() => []),
  edition: line<EditionContent>((content, { parentTitles }, i18n) => [
    shownTitle(parentTitles, i18n.locale)?.text,
    formatDates(
      {
        startsOn: dayDate(content.startsOn),
        endsOn: dayDate(content.endsOn),
        datePrecision: content.datePrecision,
      },
      i18n,
    ) ?? (content.year === null ? null : String(content.year)),
  ]),
  session: line<SessionContent>(({ startsAt, endsAt, format }, { parentTitles, timeZone, day }, i18n) => [
    shownTitle(parentTitles, i18n.locale)?.text,
    sessionDay(startsAt, timeZone, day, i18n),
    startsAt && timeZone && formatTimes(new Date(startsAt), endsAt === null ? null : new Date(endsAt), timeZone, i18n),
    i18n.t(`words.format.${format}`),
  ]),
  person: line<object>((_, { person }, { t, locale }) => [
    [shownTitle(person?.positions, locale)?.text, shownTitle(person?.organisationTitles, locale)?.text]
      .filter(Boolean)
      .join(', '),
    t('deskLists.known.appearances', { count: person?.count ?? 0 }),
  ]),
  organisation: line<OrganisationContent>(({ kind, country, parent }, { titlesById }, i18n) => [
    kind && i18n.t(`words.organisationKind.${kind}`),
    country && countryName(country, i18n),
    named('part', parent ? [parent] : [], titlesById, i18n),
  ]),
  topic: line<TopicContent>(({ broader }, { titlesById }, i18n) => [named('under', broader, titlesById, i18n)]),
  statement: line<StatementContent>(({ kind }, { parentTitles }, { t, locale }) => [
    t(`words.kind.${kind}`),
    shownTitle(parentTitles, locale)?.text,
  ]),
  source: line<SourceContent>(({ kind, publisher, author, publishedOn, publishedOnPrecision }, _, i18n) => [
    i18n.t(`words.sourceKind.${kind}`),
    publisher ?? author,
    formatDate(dayDate(publishedOn), publishedOnPrecision, i18n),
  ]),
}

function sessionDay(startsAt: string | null, timeZone: string | null, day: Around['day'], i18n: I18n): Part {
  if (startsAt && timeZone) return formatDay(new Date(`${dayOf(new Date(startsAt), timeZone)}T00:00:00Z`), i18n)
  if (day?.date) return formatDay(new Date(`${day.date}T00:00:00Z`), i18n)
  return day && i18n.t('words.dayNumber', { number: day.number })
}

function named(key: 'part' | 'under', ids: string[], titlesById: Around['titlesById'], { t, locale }: I18n): Part {
  const names = ids.flatMap((id) => shownTitle(titlesById.get(id), locale)?.text ?? [])
  return names.length > 0 && t(`deskLists.known.${key}`, { names: names.join(', ') })
}

/** What is known of a record in one line, in the words of the desk: enough to tell two of one name apart. */
export const knownLine = (noun: Noun, content: unknown, around: Around, i18n: I18n): string =>
  joined(lines[noun](content as never, around, i18n))

/** Records whose titles the line of a record names. */
export function namedIn(noun: Noun, content: unknown): string[] {
  if (noun === 'organisation') return [(content as OrganisationContent).parent ?? []].flat()
  if (noun === 'topic') return (content as TopicContent).broader
  return []
}
