import type { I18n } from '@/lib/i18n/translator'
import { readScheduledError } from '@/lib/revisions/scheduled-error'
import type { ScheduledAct } from '@/prisma/client/enums'
import { formatWhen } from './when'

/** What is to be done with a record and when; or that it could not be done, and why. */
export function ScheduledNote(props: {
  act: ScheduledAct | null
  at: Date | null
  error: string | null
  timeZone: string
  i18n: I18n
}) {
  const { act, at, error, timeZone, i18n } = props
  const { t } = i18n
  return (
    <>
      {error !== null && (
        <p className="font-semibold text-gold text-meta [overflow-wrap:anywhere]">
          {t('deskLists.scheduled.failed')}. {t(`deskPublish.scheduledError.${readScheduledError(error).why}`)}
        </p>
      )}
      {act && at && (
        <p className="text-meta text-muted">
          {t(`deskLists.scheduled.${act}`, { when: formatWhen(at, timeZone, i18n) })}
        </p>
      )}
    </>
  )
}
