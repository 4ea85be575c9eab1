import { Fragment } from 'react'
import type { TimetableSession } from '@/lib/editions/timetable-session'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { SaidText } from './said-text'

/** The first speakers of a session and how many more there are, in one line; nothing for a break. */
export function TimetableSpeakers(props: {
  session: Pick<TimetableSession, 'speakers' | 'speakerCount' | 'format'>
  locale: Locale
}) {
  const { speakers, speakerCount, format } = props.session
  const { t } = i18n(props.locale)
  if (speakerCount === 0) return format === 'break' ? null : t('words.speakersNotRecorded')
  return (
    <>
      {speakers.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two speakers may have the same name
        <Fragment key={index}>
          {index > 0 && ', '}
          <SaidText said={name} locale={props.locale} />
        </Fragment>
      ))}
      {speakerCount > speakers.length && ` ${t('sessions.moreSpeakers', { count: speakerCount - speakers.length })}`}
    </>
  )
}
