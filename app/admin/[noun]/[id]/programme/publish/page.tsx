import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { When } from '@/components/desk/when'
import { primary } from '@/components/form/button-styles'
import { Notice } from '@/components/form/notice'
import { TextField } from '@/components/form/text-field'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import type { EditionContent } from '@/lib/editions/schema'
import { versionTitle } from '@/lib/programme/change-words'
import { listVersions, planProgramme } from '@/lib/programme/publish-programme'
import { BackToRecord } from '../../back-to-record'
import { PlanSummary } from '../../publishing/plan-summary'
import { readSaid, type Said } from '../../publishing/said'
import { type RecordParams, readRecord } from '../../read-record'
import { publishProgrammeAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskProgramme.publish.title') }
}

/** What publishing a programme would make public beside its next version, what stands in the way, and the button. */
export default async function PublishProgrammePage(props: { params: RecordParams; searchParams: Promise<Said> }) {
  await allowed('publish')
  const record = await readRecord(props.params)
  if (record.noun !== 'edition') notFound()
  const query = await props.searchParams
  const withMentioned = query.mentioned === 'on'
  const plan = (await planProgramme(record.id, withMentioned)) ?? notFound()
  const versions = await listVersions(record.id)
  const i18n = await deskI18n()
  const { t } = i18n
  const said = readSaid({ problem: query.problem, why: query.why }, i18n)
  const isBlocked = plan.records.some(({ missing }) => missing.length)
  const timeZone = (record.content as EditionContent).timeZone ?? 'UTC'
  const version = Number(query.version) || 0
  return (
    <div className="max-w-2xl">
      <BackToRecord record={record} title={t('deskProgramme.publish.title')} />
      {said && <Notice isProblem={said.isProblem}>{said.text}</Notice>}
      {query.done === 'published' && (
        <Notice>
          {t(version ? 'deskProgramme.publish.done' : 'deskProgramme.publish.doneSame', { number: version })}
        </Notice>
      )}
      <p className="pt-4 text-muted">{t('deskProgramme.publish.intro')}</p>
      <PlanSummary
        plan={plan}
        withMentioned={withMentioned}
        what={t('deskProgramme.publish.what', { count: plan.records.length })}
        i18n={i18n}
      />
      {!plan.isTooMany && !isBlocked && (
        <form action={publishProgrammeAction} className="space-y-5 pt-8">
          <input type="hidden" name="id" value={record.id} />
          <input type="hidden" name="seen" value={plan.seen} />
          {withMentioned && <input type="hidden" name="mentioned" value="on" />}
          <TextField name="name" label={t('deskProgramme.publish.name')} hint={t('deskProgramme.publish.nameHint')} />
          <button type="submit" className={primary}>
            {t('deskProgramme.publish.submit', { number: (versions[0]?.number ?? 0) + 1 })}
          </button>
        </form>
      )}
      <h2 className="pt-10 text-section">{t('deskProgramme.publish.versions')}</h2>
      {versions.length === 0 && <p className="pt-2 text-muted">{t('deskProgramme.publish.noVersions')}</p>}
      <ul className="divide-y divide-rule pt-2">
        {versions.map((each) => (
          <li key={each.number} className="flex flex-wrap gap-x-4 py-2.5">
            <span>{versionTitle(each, i18n)}</span>
            <span className="ms-auto text-meta text-muted">
              <When at={each.publishedAt} timeZone={timeZone} i18n={i18n} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
