import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { When } from '@/components/desk/when'
import { primary, secondary } from '@/components/form/button-styles'
import { Notice } from '@/components/form/notice'
import { TextField } from '@/components/form/text-field'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import type { EditionContent } from '@/lib/editions/schema'
import { versionTitle } from '@/lib/programme/change-words'
import { listVersions, planProgramme } from '@/lib/programme/publish-programme'
import { titleIn } from '@/lib/revisions/edit-labels'
import { MOST_AT_ONCE } from '@/lib/revisions/edition-plan'
import { nounPlurals, nouns } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'
import { BackToRecord } from '../../back-to-record'
import { pointText } from '../../publishing/checklist'
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
  const { t, locale } = i18n
  const said = readSaid({ problem: query.problem, why: query.why }, i18n)
  const blocked = plan.records.filter(({ missing }) => missing.length)
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
      <form className="flex flex-wrap items-center gap-x-4 gap-y-3 pt-5">
        <label className="flex items-baseline gap-2">
          <input type="checkbox" name="mentioned" value="on" defaultChecked={withMentioned} key={`${withMentioned}`} />
          {t('deskPublish.edition.mentioned')}
        </label>
        <button type="submit" className={secondary}>
          {t('deskPublish.edition.look')}
        </button>
      </form>
      <h2 className="pt-8 text-section">{t('deskProgramme.publish.what', { count: plan.records.length })}</h2>
      <ul className="pt-3">
        {nouns.map((noun) => {
          const count = plan.records.filter((each) => each.noun === noun).length
          return count ? <li key={noun}>{t(`deskPublish.count.${noun}`, { count })}</li> : null
        })}
      </ul>
      {plan.isTooMany && <Notice isProblem>{t('deskPublish.edition.tooMany', { most: MOST_AT_ONCE })}</Notice>}
      {blocked.length > 0 && (
        <>
          <h2 className="pt-8 text-section">{t('deskPublish.edition.blocked', { count: blocked.length })}</h2>
          <ul className="pt-2">
            {blocked.slice(0, 100).map(({ id, noun, titles, missing }) => {
              const named = titleIn(titles, locale)
              return (
                <li key={id} className="border-rule border-t py-3">
                  <a className="link" href={routes.record(nounPlurals[noun], id)} lang={named?.language}>
                    {named?.title ?? t('deskPublish.untitled')}
                  </a>
                  <ul className="text-meta text-muted">
                    {missing.map((each) => (
                      <li key={each.point}>{pointText(each, i18n)}</li>
                    ))}
                  </ul>
                </li>
              )
            })}
          </ul>
        </>
      )}
      {!plan.isTooMany && !blocked.length && (
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
