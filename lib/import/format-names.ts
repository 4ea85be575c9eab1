import type { FileFormat } from './programme-file'

/** What each format is called, in every language alike. */
export const formatNames: Record<FileFormat, string> = {
  'schedule-xml': 'schedule.xml',
  'schedule-json': 'schedule.json',
  'pretalx-api': 'pretalx',
  sessionize: 'Sessionize',
  opass: 'OPass',
  indico: 'Indico',
  icalendar: 'iCalendar',
  csv: 'CSV',
  excel: 'Excel',
  pyvideo: 'pyvideo',
  plenary: 'Plenary JSON',
}
