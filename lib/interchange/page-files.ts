import type { I18n } from '@/lib/i18n/translator'
import { type FeedFormat, type Path, type ProgrammeFile, type RecordFormat, routes } from '@/lib/routes'
import { feedMediaTypes, programmeMediaTypes, recordMediaTypes } from './media-types'

/** A file beside a page, as the head of the page names it. */
export type PageFile = { type: string; path: Path; title?: string }

type Files = {
  /** Of the record, or `/` of the archive. */
  path: Path
  record?: readonly RecordFormat[]
  programme?: readonly ProgrammeFile[]
  /** How the feed is called; null for none. */
  feed?: string | null
}

const citations: readonly RecordFormat[] = ['bib', 'ris', 'csl.json']

/** The files beside a page: those of the formats given, and its feeds. */
export function pageFiles({ path, record = [], programme = [], feed = null }: Files, { t }: I18n): PageFile[] {
  const feeds: readonly FeedFormat[] = feed === null ? [] : ['atom', 'json']
  return [
    ...record.map((format) => ({ type: recordMediaTypes[format], path: routes.recordAs(path, format) })),
    ...programme.map((file) => ({ type: programmeMediaTypes[file], path: routes.programmeFile(path, file) })),
    ...feeds.map((format) => ({
      type: feedMediaTypes[format],
      path: routes.feed(path, format),
      title: t('files.feedOf', { name: feed ?? '' }),
    })),
  ]
}

/** The formats of a record that is cited, and whose days a calendar can take. */
export const citedFormats = (hasDay: boolean): RecordFormat[] => [
  'json',
  ...(hasDay ? ['ics' as const] : []),
  ...citations,
]

type Placed = { startsAt: Date | null; day: { date: Date | null } | null; isCancelled: boolean }

/** Whether a calendar has anything to show of some sessions. */
export const haveDay = (sessions: readonly Omit<Placed, 'isCancelled'>[]) =>
  sessions.some(({ startsAt, day }) => startsAt ?? day?.date)

type Programme = {
  /** The first of them, those with a time before the others. */
  sessions: readonly Placed[]
  sessionCount: number
  dates: { startsOn: Date | null; datePrecision: string }
}

/** Which files an edition's programme can be taken away as: a schedule needs a session with a time. */
export function programmeFilesOf({ sessions, sessionCount }: Programme): ProgrammeFile[] {
  if (sessionCount === 0) return []
  const isTimed = sessions.some(({ startsAt, isCancelled }) => startsAt && !isCancelled)
  return isTimed ? ['schedule.xml', 'schedule.json', 'sessions.csv'] : ['sessions.csv']
}

/** An edition is in a calendar by its sessions, or by its own days. */
export const hasCalendar = ({ sessions, dates }: Omit<Programme, 'sessionCount'>) =>
  haveDay(sessions) || (dates.startsOn !== null && dates.datePrecision === 'day')
