import type { FeedFormat, ProgrammeFile, RecordFormat } from '@/lib/routes'

/** What each file that goes out is called by servers and programs. */
export const recordMediaTypes: Record<RecordFormat, string> = {
  json: 'application/ld+json',
  ics: 'text/calendar',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  'csl.json': 'application/vnd.citationstyles.csl+json',
}

export const programmeMediaTypes: Record<ProgrammeFile, string> = {
  'schedule.xml': 'application/vnd.c3voc.schedule+xml',
  'schedule.json': 'application/json',
  'sessions.csv': 'text/csv',
}

export const feedMediaTypes: Record<FeedFormat, string> = {
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}
