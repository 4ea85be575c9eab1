import { secondary } from '@/components/form/button-styles'
import { Notice } from '@/components/form/notice'
import type { I18n } from '@/lib/i18n/translator'
import { titleIn } from '@/lib/revisions/edit-labels'
import { type EditionPlan, MOST_AT_ONCE } from '@/lib/revisions/edition-plan'
import { nounPlurals, nouns } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'
import { pointText } from './checklist'

/** What would be published at once, by noun, with or without what it mentions; and what stands in the way. */
export function PlanSummary(props: { plan: EditionPlan; withMentioned: boolean; what: string; i18n: I18n }) {
  const { plan, withMentioned, i18n } = props
  const { t, locale } = i18n
  const blocked = plan.records.filter(({ missing }) => missing.length)
  return (
    <>
      <form className="flex flex-wrap items-center gap-x-4 gap-y-3 pt-5">
        <label className="flex items-baseline gap-2">
          <input type="checkbox" name="mentioned" value="on" defaultChecked={withMentioned} key={`${withMentioned}`} />
          {t('deskPublish.edition.mentioned')}
        </label>
        <button type="submit" className={secondary}>
          {t('deskPublish.edition.look')}
        </button>
      </form>
      <h2 className="pt-8 text-section">{props.what}</h2>
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
    </>
  )
}
