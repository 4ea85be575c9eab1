import type { Metadata } from 'next'
import { formatWhen } from '@/components/desk/when'
import { ActionForm } from '@/components/form/action-form'
import { Notice } from '@/components/form/notice'
import { GapNote } from '@/components/history/gap-note'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { locales } from '@/lib/i18n/locales'
import { deskTimeZone } from '@/lib/revisions/desk-zone'
import { listPublishedVersions } from '@/lib/revisions/redact'
import { BackToRecord } from '../back-to-record'
import { type RecordParams, readRecord } from '../read-record'
import { redactVersionAction } from './actions'

type Props = { params: RecordParams; searchParams: Promise<{ done?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('corrections.versions.title') }
}

/** The versions of a record that were public; an administrator can remove the content of one, in public. */
export default async function VersionsPage({ params, searchParams }: Props) {
  await allowed('administer')
  const record = await readRecord(params)
  const { done } = await searchParams
  const i18n = await deskI18n()
  const { t, locale } = i18n
  const [versions, timeZone] = await Promise.all([listPublishedVersions(record.id), deskTimeZone()])
  const removable = versions.filter(
    ({ version, gap }) => !gap && version !== record.version && version !== record.publishedVersion,
  )
  return (
    <div className="max-w-xl">
      <BackToRecord record={record} title={t('corrections.versions.title')} />
      <p className="pt-4 text-muted">{t('corrections.versions.intro')}</p>
      {done === 'redacted' && <Notice>{t('corrections.versions.done')}</Notice>}
      {versions.length === 0 && <p className="pt-6">{t('corrections.versions.never')}</p>}
      <ol className="pt-6">
        {versions.map(({ version, at, gap }) => (
          <li key={version} className="space-y-2 border-rule border-t py-3">
            <p>
              {t('corrections.versionNumber', { version })}
              <span className="ms-2 text-meta text-muted">{formatWhen(at, timeZone, i18n)}</span>
            </p>
            {gap && <GapNote gap={gap} locale={locale} />}
          </li>
        ))}
      </ol>
      <h2 className="pt-8 text-section">{t('corrections.versions.redact')}</h2>
      {removable.length === 0 ? (
        <p className="pt-3 text-muted">{t('corrections.versions.cannot')}</p>
      ) : (
        <ActionForm
          action={redactVersionAction.bind(null, record.noun)}
          hidden={{ id: record.id }}
          fields={[
            {
              name: 'version',
              label: t('corrections.versions.which'),
              value: String(removable[0]?.version ?? ''),
              choices: removable.map(({ version }) => ({ value: String(version), label: String(version) })),
            },
            ...locales.map((each) => ({
              name: `reason_${each}`,
              type: 'prose' as const,
              label: t('corrections.versions.reason', { language: t(`deskPublish.language.${each}`) }),
            })),
          ]}
          submit={t('corrections.versions.submit')}
          failed={t('deskPublish.notDone')}
        />
      )}
    </div>
  )
}
