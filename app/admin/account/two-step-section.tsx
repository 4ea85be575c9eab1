import { ActionForm, type FormField } from '@/components/form/action-form'
import type { I18n } from '@/lib/i18n/translator'
import { renewCodesAction, startTwoStepsAction, turnOffTwoStepsAction } from './actions'

/** One-time passwords: whether they are asked for, and how to change that. Each change asks for the password. */
export function TwoStepSection(props: { i18n: I18n; isOn: boolean; codesLeft: number; hasPassword: boolean }) {
  const { t } = props.i18n
  const password = (name: string): FormField[] =>
    props.hasPassword
      ? [{ name, type: 'password', label: t('account.currentPassword'), autoComplete: 'current-password' }]
      : []
  const failed = t('account.notSaved')
  return (
    <section aria-labelledby="two-steps">
      <h2 id="two-steps" className="pt-12 text-section">
        {t('account.twoSteps')}
      </h2>
      <p className="pt-2 text-muted">{t(props.isOn ? 'account.twoStepsOn' : 'account.twoStepsOffIntro')}</p>
      {props.isOn ? (
        <>
          <p className="pt-2 text-muted">{t('account.codesLeft', { count: props.codesLeft })}</p>
          <ActionForm
            action={renewCodesAction}
            isOnce
            fields={password('renewPassword')}
            submit={t('account.renewCodes')}
            failed={failed}
          />
          <ActionForm
            action={turnOffTwoStepsAction}
            fields={password('offPassword')}
            submit={t('account.turnOff')}
            failed={failed}
          />
        </>
      ) : (
        <ActionForm
          action={startTwoStepsAction}
          fields={password('startPassword')}
          submit={t('account.turnOn')}
          failed={failed}
        />
      )}
    </section>
  )
}
