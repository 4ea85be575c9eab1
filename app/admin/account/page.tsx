import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { Notice } from '@/components/form/notice'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { localeNames, locales } from '@/lib/i18n/locales'
import { getAccount } from '@/lib/users/queries'
import { changePasswordAction, changeProfileAction } from './actions'
import { SignInList } from './sign-in-list'
import { TwoStepSection } from './two-step-section'

type Props = { searchParams: Promise<{ done?: string | string[] }> }

const done = ['profile', 'password', 'twoStepsOff', 'signIns'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('account.account') }
}

export default async function AccountPage({ searchParams }: Props) {
  const user = await allowed('write')
  const query = await searchParams
  const i18n = await deskI18n()
  const { t } = i18n
  const account = await getAccount(user.id)
  const what = done.find((each) => each === query.done)
  return (
    <div className="max-w-xl">
      <h1 className="text-title">{t('account.account')}</h1>
      <p className="pt-3 text-muted">{t('account.signedInAs', { email: account.email })}</p>
      {what && <Notice>{t(`account.done.${what}`)}</Notice>}

      <section aria-labelledby="profile">
        <h2 id="profile" className="pt-10 text-section">
          {t('account.profile')}
        </h2>
        <ActionForm
          action={changeProfileAction}
          fields={[
            { name: 'name', label: t('users.name'), autoComplete: 'name', value: account.name },
            {
              name: 'locale',
              label: t('account.deskLanguage'),
              value: user.locale,
              choices: locales.map((locale) => ({ value: locale, label: localeNames[locale].full })),
            },
          ]}
          submit={t('account.save')}
          failed={t('account.notSaved')}
        />
      </section>

      <section aria-labelledby="password-title">
        <h2 id="password-title" className="pt-12 text-section">
          {t('account.changePassword')}
        </h2>
        <p className="pt-2 text-muted">{t('account.changePasswordIntro')}</p>
        <ActionForm
          action={changePasswordAction}
          fields={[
            ...(account.hasPassword
              ? [
                  {
                    name: 'currentPassword',
                    type: 'password' as const,
                    label: t('account.currentPassword'),
                    autoComplete: 'current-password',
                  },
                ]
              : []),
            {
              name: 'newPassword',
              type: 'password',
              label: t('account.newPassword'),
              hint: t('users.passwordHint'),
              autoComplete: 'new-password',
            },
          ]}
          submit={t('account.changePassword')}
          failed={t('account.notSaved')}
        />
      </section>

      <TwoStepSection
        i18n={i18n}
        isOn={account.totpEnabledAt !== null}
        codesLeft={account._count.recoveryCodes}
        hasPassword={account.hasPassword}
      />
      <SignInList i18n={i18n} signIns={account.signIns} current={user.sessionId} />
    </div>
  )
}
