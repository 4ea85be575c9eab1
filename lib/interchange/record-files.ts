import 'server-only'
import type { Thing, WithContext } from 'schema-dts'
import { toCitableEdition } from '@/lib/editions/citable'
import { editionJsonLd } from '@/lib/editions/json-ld'
import { getEdition } from '@/lib/editions/queries'
import { forumJsonLd } from '@/lib/forums/json-ld'
import { getForum } from '@/lib/forums/queries'
import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import { organisationJsonLd } from '@/lib/organisations/json-ld'
import { getOrganisation } from '@/lib/organisations/queries'
import { personJsonLd } from '@/lib/people/json-ld'
import { getSpeaker } from '@/lib/people/queries'
import { getProgrammeHistory } from '@/lib/programme/version-queries'
import { inLocale, type LargeFile, type Path, routes } from '@/lib/routes'
import { toCitableSession } from '@/lib/sessions/citable'
import { sessionJsonLd } from '@/lib/sessions/json-ld'
import { getSession } from '@/lib/sessions/queries'
import { sourceJsonLd } from '@/lib/sources/json-ld'
import { getSource } from '@/lib/sources/queries'
import { toCitable } from '@/lib/statements/citable'
import { statementJsonLd } from '@/lib/statements/json-ld'
import { getStatement } from '@/lib/statements/queries'
import { topicJsonLd } from '@/lib/topics/json-ld'
import { getTopic } from '@/lib/topics/queries'
import { createTurns } from '@/lib/turns'
import { feedAsAtom } from './atom'
import { type Citable, citeAsBibtex, citeAsCslJson, citeAsRis } from './cite'
import type { FileAddress } from './file-address'
import { feedAsJson } from './json-feed'
import { feedMediaTypes, programmeMediaTypes, recordMediaTypes } from './media-types'
import { type OutgoingProgramme, readProgramme } from './outgoing-programme'
import { programmeAsAtom } from './programme-atom'
import { type CalendarFile, programmeCalendar, readSessionCalendar, readSpeakerCalendar } from './record-calendars'
import { type FeedNoun, readFeed } from './record-feed'
import { toSchedule } from './schedule'
import { scheduleAsJson } from './schedule-json'
import { scheduleAsXml } from './schedule-xml'
import { sessionsAsCsv } from './sessions-csv'

/** A file as it goes out; `missing` says in words why there is none. */
export type RecordFile =
  | { type: string; body: string; updatedAt?: Date | undefined; isDownload?: boolean }
  | { missing: string }
  /** It is large and written while it is read: at another address. */
  | { at: string }
type Writer = (record: { id: string; path: Path }, context: I18n) => Promise<RecordFile | null>

/** Of what each file is made: by noun, and by what its address has behind that of the record. */
const writers: Record<FileAddress['noun'], { [ending: string]: Writer }> = {
  site: feedsOf('site'),
  forum: { ...jsonLd((id, { locale }) => getForum(id, 1, locale), forumJsonLd), ...feedsOf('forum') },
  edition: {
    ...jsonLd((id, { locale }) => getEdition(id, locale), editionJsonLd),
    ...citations((id, { locale }) => getEdition(id, locale), toCitableEdition),
    ...feedsOf('edition'),
    '.ics': ({ id }, context) =>
      ofProgramme(id, 'calendar.ics', context, (programme) => calendarFile(programmeCalendar(programme), context)),
    '/schedule.xml': (record, context) =>
      scheduleFile(record, 'schedule.xml', context, (schedule) =>
        scheduleAsXml(schedule, absolute(inLocale(context.locale, routes.programmeFile(record.path, 'schedule.xml')))),
      ),
    '/schedule.json': (record, context) =>
      scheduleFile(record, 'schedule.json', context, (schedule) => scheduleAsJson(schedule)),
    '/sessions.csv': ({ id }, context) =>
      ofProgramme(id, 'sessions.csv', context, (programme) => ({
        ...{ type: programmeMediaTypes['sessions.csv'], body: sessionsAsCsv(programme) },
        ...{ updatedAt: programme.updatedAt, isDownload: true },
      })),
    '/changes.atom': async ({ id, path }, context) => {
      const history = await getProgrammeHistory(id, context.locale, 1)
      const [forum = '', edition = ''] = path.split('/').slice(2)
      const paths = { page: routes.publicChanges(forum, edition), feed: routes.programmeChangesFeed(forum, edition) }
      return history && { type: feedMediaTypes.atom, body: programmeAsAtom(history, paths, context) }
    },
  },
  session: {
    ...jsonLd((id, { locale }) => getSession(id, locale), sessionJsonLd),
    ...citations((id, { locale }) => getSession(id, locale), toCitableSession),
    '.ics': async ({ id }, context) => calendarFile(await readSessionCalendar(id, context), context),
  },
  person: {
    ...jsonLd((id, { locale }) => getSpeaker(id, locale), personJsonLd),
    ...feedsOf('person'),
    '.ics': async ({ id }, context) => calendarFile(await readSpeakerCalendar(id, context), context),
  },
  organisation: {
    ...jsonLd((id, { locale }) => getOrganisation(id, locale), organisationJsonLd),
    ...feedsOf('organisation'),
  },
  topic: { ...jsonLd((id, { locale }) => getTopic(id, locale), topicJsonLd), ...feedsOf('topic') },
  statement: {
    ...jsonLd((id, { locale }) => getStatement(id, locale), statementJsonLd),
    ...citations((id, { locale }) => getStatement(id, locale), toCitable),
  },
  source: jsonLd((id, { locale }) => getSource(id, 1, locale), sourceJsonLd),
}

/** Whether there can be such a file of a noun. */
export const writerOf = ({ noun, ending }: FileAddress): Writer | null =>
  Object.hasOwn(writers[noun], ending) ? (writers[noun][ending] ?? null) : null

type Read<T> = (id: string, context: I18n) => Promise<T | null>

/** The record as its page gives it to machines. */
function jsonLd<T>(read: Read<T>, toJsonLd: (record: T, context: I18n) => WithContext<Thing>) {
  return {
    '.json': async ({ id }: { id: string }, context: I18n) => {
      const record = await read(id, context)
      return record && { type: recordMediaTypes.json, body: `${JSON.stringify(toJsonLd(record, context), null, 2)}\n` }
    },
  }
}

function citations<T>(read: Read<T>, toCite: (record: T, context: I18n) => Citable) {
  const as =
    (type: string, write: (citable: Citable) => string) =>
    async ({ id }: { id: string }, context: I18n) => {
      const record = await read(id, context)
      return record && { type, body: `${write(toCite(record, context))}\n`, isDownload: true }
    }
  return {
    '.bib': as(recordMediaTypes.bib, citeAsBibtex),
    '.ris': as(recordMediaTypes.ris, citeAsRis),
    '.csl.json': as(recordMediaTypes['csl.json'], citeAsCslJson),
  }
}

function feedsOf(noun: FeedNoun) {
  const read = async (record: { id: string; path: Path }, format: 'atom' | 'json', context: I18n) =>
    readFeed({ noun, ...record }, format, context)
  return {
    '/feed.atom': async (record: { id: string; path: Path }, context: I18n) => {
      const feed = await read(record, 'atom', context)
      return { type: feedMediaTypes.atom, body: feedAsAtom(feed), updatedAt: feed.updated }
    },
    '/feed.json': async (record: { id: string; path: Path }, context: I18n) => {
      const feed = await read(record, 'json', context)
      return { type: feedMediaTypes.json, body: feedAsJson(feed), updatedAt: feed.updated }
    },
  }
}

/** Large programmes take time and memory: no more than these are made at once, the others wait. */
const turns = createTurns(2, 20)
const ofProgramme = (id: string, file: LargeFile, context: I18n, write: (programme: OutgoingProgramme) => RecordFile) =>
  turns(async () => {
    const programme = await readProgramme(id, context)
    if (programme === 'tooLarge') return { at: routes.largeProgramme(id, file, context.locale) }
    return programme && write(programme)
  })

function scheduleFile(
  { id }: { id: string },
  file: 'schedule.xml' | 'schedule.json',
  context: I18n,
  write: (schedule: NonNullable<ReturnType<typeof toSchedule>>) => string,
): Promise<RecordFile | null> {
  return ofProgramme(id, file, context, (programme) => {
    const schedule = toSchedule(programme)
    return schedule
      ? { type: programmeMediaTypes[file], body: write(schedule), updatedAt: programme.updatedAt }
      : { missing: context.t('files.noTimes') }
  })
}

const calendarFile = (calendar: CalendarFile, { t }: I18n): RecordFile =>
  calendar
    ? { type: recordMediaTypes.ics, body: calendar.ics, updatedAt: calendar.updatedAt, isDownload: true }
    : { missing: t('files.noDay') }
