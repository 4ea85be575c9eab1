import { ActionForm } from '@/components/form/action-form'
import { locales } from '@/lib/i18n/locales'
import type { I18n } from '@/lib/i18n/translator'
import { answerReportAction } from './actions'

/** The decision on a report and the public answer, in the languages that somebody can write. */
export function AnswerForm({ id, i18n: { t } }: { id: string; i18n: I18n }) {
  const nameOf = (locale: (typeof locales)[number]) => t(`deskPublish.language.${locale}`)
  return (
    <>
      <p className="pt-2 text-muted">{t('corrections.desk.answerIntro')}</p>
      <ActionForm
        action={answerReportAction}
        hidden={{ id }}
        fields={[
          {
            name: 'decision',
            label: t('corrections.desk.decision'),
            value: 'accepted',
            choices: (['accepted', 'declined', 'discarded'] as const).map((value) => ({
              value,
              label: t(`corrections.desk.decide.${value}`),
            })),
          },
          ...locales.map((locale) => ({
            name: `answer_${locale}`,
            type: 'prose' as const,
            label: t('corrections.desk.answerIn', { language: nameOf(locale) }),
          })),
          {
            name: 'original',
            label: t('corrections.desk.original'),
            value: 'en',
            choices: locales.map((value) => ({ value, label: nameOf(value) })),
          },
        ]}
        submit={t('corrections.desk.submit')}
        failed={t('deskPublish.notDone')}
      >
        <fieldset>
          <legend className="font-semibold">{t('corrections.desk.machine')}</legend>
          {locales.map((locale) => (
            <label key={locale} className="flex items-baseline gap-2.5 py-1">
              <input type="checkbox" name={`machine_${locale}`} />
              {nameOf(locale)}
            </label>
          ))}
        </fieldset>
      </ActionForm>
    </>
  )
}
