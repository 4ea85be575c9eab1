import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { timeZoneName } from '@/lib/editions/time-zone'
import { recordTimeZone } from '@/lib/revisions/record-zone'
import { BackToRecord } from '../back-to-record'
import { type RecordParams, readRecord } from '../read-record'
import { schedulePublicationAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskPublish.schedule.title') }
}

export default async function SchedulePage({ params }: { params: RecordParams }) {
  await allowed('publish')
  const record = await readRecord(params)
  const { id, noun, lock } = record
  const i18n = await deskI18n()
  const { t } = i18n
  const zone = timeZoneName(await recordTimeZone(id), new Date(), i18n)
  return (
    <div className="max-w-xl">
      <BackToRecord record={record} title={t('deskPublish.schedule.title')} />
      <p className="pt-4 text-muted">{t('deskPublish.schedule.intro')}</p>
      <ActionForm
        action={schedulePublicationAction.bind(null, noun)}
        hidden={{ id, lock: String(lock) }}
        fields={[
          {
            name: 'at',
            type: 'datetime-local',
            label: t('deskPublish.schedule.at'),
            hint: t('deskPublish.schedule.zone', { zone }),
          },
        ]}
        submit={t('deskPublish.schedule.submit')}
        failed={t('deskPublish.notDone')}
      />
    </div>
  )
}
