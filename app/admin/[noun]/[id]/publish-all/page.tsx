import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { primary, secondary } from '@/components/form/button-styles'
import { Notice } from '@/components/form/notice'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { titleIn } from '@/lib/revisions/edit-labels'
import { MOST_AT_ONCE, planEdition } from '@/lib/revisions/edition-plan'
import { nounPlurals, nouns } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'
import { BackToRecord } from '../back-to-record'
import { pointText } from '../publishing/checklist'
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
  const { t, locale } = i18n
  const said = readSaid(query, i18n)
  const blocked = plan.records.filter(({ missing }) => missing.length)
  return (
    <div className="max-w-2xl">
      <BackToRecord record={record} title={t('deskPublish.edition.title')} />
      {said && <Notice isProblem={said.isProblem}>{said.text}</Notice>}
      <p className="pt-4 text-muted">{t('deskPublish.edition.intro')}</p>
      <form className="flex flex-wrap items-center gap-x-4 gap-y-3 pt-5">
        <label className="flex items-baseline gap-2">
          <input type="checkbox" name="mentioned" value="on" defaultChecked={withMentioned} key={`${withMentioned}`} />
          {t('deskPublish.edition.mentioned')}
        </label>
        <button type="submit" className={secondary}>
          {t('deskPublish.edition.look')}
        </button>
      </form>
      <h2 className="pt-8 text-section">{t('deskPublish.edition.what', { count: plan.records.length })}</h2>
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
      {plan.records.length > 0 && !plan.isTooMany && !blocked.length && (
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
