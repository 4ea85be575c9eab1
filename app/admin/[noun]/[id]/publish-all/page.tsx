import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { primary } from '@/components/form/button-styles'
import { Notice } from '@/components/form/notice'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { planEdition } from '@/lib/revisions/edition-plan'
import { BackToRecord } from '../back-to-record'
import { PlanSummary } from '../publishing/plan-summary'
import { readSaid, type Said } from '../publishing/said'
import { type RecordParams, readRecord } from '../read-record'
import { publishEditionAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskPublish.edition.title') }
}

/** What publishing an edition with all in it would publish, and what stands in the way; then the button. */
export default async function PublishEditionPage(props: { params: RecordParams; searchParams: Promise<Said> }) {
  await allowed('publish')
  const record = await readRecord(props.params)
  if (record.noun !== 'edition') notFound()
  const query = await props.searchParams
  const withMentioned = query.mentioned === 'on'
  const plan = (await planEdition(record.id, withMentioned)) ?? notFound()
  const i18n = await deskI18n()
  const { t } = i18n
  const said = readSaid(query, i18n)
  const isBlocked = plan.records.some(({ missing }) => missing.length)
  return (
    <div className="max-w-2xl">
      <BackToRecord record={record} title={t('deskPublish.edition.title')} />
      {said && <Notice isProblem={said.isProblem}>{said.text}</Notice>}
      <p className="pt-4 text-muted">{t('deskPublish.edition.intro')}</p>
      <PlanSummary
        plan={plan}
        withMentioned={withMentioned}
        what={t('deskPublish.edition.what', { count: plan.records.length })}
        i18n={i18n}
      />
      {plan.records.length > 0 && !plan.isTooMany && !isBlocked && (
        <form action={publishEditionAction} className="pt-8">
          <input type="hidden" name="id" value={record.id} />
          <input type="hidden" name="seen" value={plan.seen} />
          {withMentioned && <input type="hidden" name="mentioned" value="on" />}
          <button type="submit" className={primary}>
            {t('deskPublish.edition.submit', { count: plan.records.length })}
          </button>
        </form>
      )}
    </div>
  )
}
