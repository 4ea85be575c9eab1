import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { Notice } from '@/components/form/notice'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { timeZoneName } from '@/lib/editions/time-zone'
import { locales } from '@/lib/i18n/locales'
import { recordTimeZone } from '@/lib/revisions/record-zone'
import { BackToRecord } from '../back-to-record'
import { type RecordParams, readRecord } from '../read-record'
import { withdrawAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskPublish.withdraw.title') }
}

export default async function WithdrawPage({ params }: { params: RecordParams }) {
  await allowed('withdraw')
  const record = await readRecord(params)
  const { id, noun, lock, state } = record
  const i18n = await deskI18n()
  const { t } = i18n
  const zone = timeZoneName(await recordTimeZone(id), new Date(), i18n)
  return (
    <div className="max-w-xl">
      <BackToRecord record={record} title={t('deskPublish.withdraw.title')} />
      {state !== 'published' ? (
        <Notice>{t('deskPublish.problem.notPublished')}</Notice>
      ) : (
        <>
          <p className="pt-4 text-muted">{t('deskPublish.withdraw.intro')}</p>
          <ActionForm
            action={withdrawAction.bind(null, noun)}
            hidden={{ id, lock: String(lock) }}
            fields={[
              ...locales.map((locale) => ({
                name: `reason_${locale}`,
                type: 'prose' as const,
                label: t('deskPublish.withdraw.reason', { language: t(`deskPublish.language.${locale}`) }),
              })),
              {
                name: 'at',
                type: 'datetime-local' as const,
                label: t('deskPublish.withdraw.at'),
                hint: t('deskPublish.schedule.zone', { zone }),
              },
            ]}
            submit={t('deskPublish.withdraw.submit')}
            failed={t('deskPublish.notDone')}
          />
        </>
      )}
    </div>
  )
}
