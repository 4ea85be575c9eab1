import { secondary } from '@/components/form/button-styles'
import { PanelForm } from '@/components/form/panel-form'
import { timeZoneName } from '@/lib/editions/time-zone'
import type { I18n } from '@/lib/i18n/translator'
import type { RecordForEdit } from '@/lib/revisions/edit-queries'
import { nounPlurals } from '@/lib/revisions/nouns'
import { recordTimeZone } from '@/lib/revisions/record-zone'
import { readScheduledError } from '@/lib/revisions/scheduled-error'
import { routes } from '@/lib/routes'
import { unscheduleAction } from './actions'
import { pointText } from './checklist'

/** What is to be done with a record at a time, or why it could not be; and the way to set a time. */
export async function ScheduleSection(props: { record: RecordForEdit; mayPublish: boolean; i18n: I18n }) {
  const { record, mayPublish, i18n } = props
  const { id, noun, lock, state, version, publishedVersion, scheduledAct, scheduledAt, scheduledError } = record
  const { t, format } = i18n
  if (!scheduledAct || !scheduledAt) {
    if (!mayPublish || (state === 'published' && version === publishedVersion)) return null
    return (
      <p className="text-meta">
        <a className="link" href={routes.scheduleRecord(nounPlurals[noun], id)}>
          {t('deskPublish.schedule.title')}
        </a>
      </p>
    )
  }
  const timeZone = await recordTimeZone(id)
  const time = `${format.dateTime(scheduledAt, { dateStyle: 'long', timeStyle: 'short', timeZone })} (${timeZoneName(timeZone, scheduledAt, i18n)})`
  const error = scheduledError ? readScheduledError(scheduledError) : null
  return (
    <section
      aria-labelledby="scheduled"
      className={`rounded-card p-4 ${error ? 'border-2 border-gold bg-gold-wash' : 'border border-rule-strong bg-accent-wash'}`}
    >
      <h2 id="scheduled" className="font-semibold">
        {t(error ? 'deskPublish.schedule.failed' : 'deskPublish.schedule.heading')}
      </h2>
      <p className="pt-1">{t(`deskPublish.schedule.${scheduledAct}`, { time })}</p>
      {error && (
        <p className="pt-1">
          {t(`deskPublish.scheduledError.${error.why}`)}{' '}
          {format.list(error.points.map((point) => pointText({ point }, i18n)))}
        </p>
      )}
      {mayPublish && (
        <PanelForm action={unscheduleAction.bind(null, noun)} id={id} lock={lock} className="pt-3">
          <button type="submit" className={secondary}>
            {t('deskPublish.schedule.cancel')}
          </button>
        </PanelForm>
      )}
    </section>
  )
}
