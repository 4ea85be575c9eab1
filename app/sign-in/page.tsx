import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ButtonLink } from '@/components/button-link'
import { ActionForm } from '@/components/form/action-form'
import { Notice } from '@/components/form/notice'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { providerName } from '@/lib/auth/openid-connect'
import { safeReturnPath } from '@/lib/auth/return-path'
import { signedIn } from '@/lib/auth/signed-in'
import { routes, withQuery } from '@/lib/routes'
import { signInAction } from './actions'

type Props = { searchParams: Promise<{ return?: string | string[]; failed?: string; done?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('account.signIn') }
}

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams
  const back = safeReturnPath(query.return)
  if (await signedIn()) redirect(back)
  const { t } = await deskI18n()
  const provider = providerName()
  return (
    <>
      <h1 className="text-title">{t('account.signIn')}</h1>
      {query.done === 'password' && <Notice>{t('account.passwordSet')}</Notice>}
      {query.done === 'out' && <Notice>{t('account.signedOut')}</Notice>}
      {query.failed === 'provider' && <Notice isProblem>{t('account.providerFailed')}</Notice>}
      {query.failed === 'unknown' && <Notice isProblem>{t('account.providerUnknown')}</Notice>}
      {query.failed === 'code' && <Notice isProblem>{t('account.codeExpired')}</Notice>}
      <ActionForm
        action={signInAction}
        hidden={{ return: back }}
        fields={[
          { name: 'email', type: 'email', label: t('users.email'), autoComplete: 'username' },
          { name: 'password', type: 'password', label: t('users.password'), autoComplete: 'current-password' },
        ]}
        submit={t('account.signIn')}
        failed={t('account.signInFailed')}
      />
      <p className="pt-6 text-meta">
        <a className="link" href={routes.forgottenPassword()}>
          {t('account.forgotten')}
        </a>
      </p>
      {provider && (
        <p className="mt-6 border-rule border-t pt-6">
          <ButtonLink href={withQuery(routes.signInProvider(), { return: back })}>
            {t('account.withProvider', { name: provider })}
          </ButtonLink>
        </p>
      )}
    </>
  )
}
