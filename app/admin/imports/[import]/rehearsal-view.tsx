import { primary, secondary } from '@/components/form/button-styles'
import { Notice } from '@/components/form/notice'
import { SelectField } from '@/components/form/select-field'
import { may } from '@/lib/auth/permissions'
import { routes } from '@/lib/routes'
import { applyImportAction, chooseOptionsAction } from '../actions'
import { actsInWords } from '../import-words'
import { OptionFields, Tick } from '../option-fields'
import { CountList } from './count-list'
import { SectionList } from './section-list'
import { rehearsalSections, type View } from './sections'

/** What an import would do: how much, what must be decided, then each list; the button says what it will do. */
export function RehearsalView(view: View) {
  const { rehearsal, user, i18n } = view
  const { t, format } = i18n
  const { summary, options } = rehearsal
  const acts = actsInWords(summary, options.withdraw.length, i18n)
  const keptBack = [
    summary.edition ?? {},
    summary.sessions,
    summary.people,
    summary.organisations,
    summary.topics,
  ].reduce((sum, { blocked = 0 }) => sum + blocked, 0)
  const mayConfirm = (!options.publish || may(user, 'publish')) && (!options.withdraw.length || may(user, 'withdraw'))
  return (
    <>
      <section aria-labelledby="counts" className="pt-8">
        <h2 id="counts" className="text-section">
          {t('deskImport.would')}
        </h2>
        <p className="prose pt-2 text-muted">{t('deskImport.nothingYet')}</p>
        <CountList summary={summary} i18n={i18n} />
        {summary.needs.map((need) => (
          <Notice key={need} isProblem>
            {t(`deskImport.need.${need}`)}{' '}
            <a className="link" href={need === 'people' ? '#questions' : '#options'}>
              {t(`deskImport.needLink.${need}`)}
            </a>
          </Notice>
        ))}
        {keptBack > 0 && <Notice isProblem>{t('deskImport.wouldStayDrafts', { count: keptBack })}</Notice>}
        {acts.length === 0 && summary.needs.length === 0 && <p className="pt-4">{t('deskImport.nothingToDo')}</p>}
        {acts.length > 0 && summary.needs.length === 0 && mayConfirm && (
          <form action={applyImportAction} className="pt-6">
            <input type="hidden" name="import" value={rehearsal.id} />
            <input type="hidden" name="digest" value={rehearsal.digest} />
            <button type="submit" className={`${primary} text-start`}>
              {t(options.publish ? 'deskImport.confirmPublish' : 'deskImport.confirm', {
                what: format.list(acts, { type: 'conjunction' }),
              })}
            </button>
          </form>
        )}
        {!mayConfirm && <p className="pt-4">{t('deskImport.notYours')}</p>}
      </section>
      {rehearsalSections.map((section) => (
        <SectionList key={section} {...view} section={section} page={1} isWhole={false} />
      ))}
      <section aria-labelledby="options" className="pt-10">
        <h2 id="options" className="text-section">
          {t('deskImport.options')}
        </h2>
        <p className="prose pt-2 text-muted">{t('deskImport.optionsLede')}</p>
        {(rehearsal.format === 'csv' || rehearsal.format === 'excel') && (
          <p className="pt-2">
            <a className="link inline-block py-1" href={routes.importColumns({ import: rehearsal.id })}>
              {t('deskImport.columns.link')}
            </a>
          </p>
        )}
        <form action={chooseOptionsAction} className="max-w-xl space-y-5 pt-4">
          <input type="hidden" name="import" value={rehearsal.id} />
          <OptionFields chosen={options} mayPublish={may(user, 'publish')} i18n={i18n} />
          <SelectField
            name="likely"
            label={t('deskImport.likely')}
            hint={t('deskImport.likelyHint')}
            defaultValue={options.likely}
            choices={(['ask', 'match', 'new'] as const).map((value) => ({
              value,
              label: t(`deskImport.likelyChoice.${value}`),
            }))}
          />
          <SelectField
            name="conflicts"
            label={t('deskImport.conflictsOption')}
            hint={t('deskImport.conflictsOptionHint')}
            defaultValue={options.conflicts}
            choices={(['keep', 'take'] as const).map((value) => ({
              value,
              label: t(`deskImport.conflictsChoice.${value}`),
            }))}
          />
          <Tick
            name="facts"
            label={t('deskImport.facts')}
            hint={t('deskImport.factsHint')}
            isOn={options.facts ?? true}
          />
          <button type="submit" className={secondary}>
            {t('deskImport.again')}
          </button>
        </form>
      </section>
    </>
  )
}
