import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { awaitedCode, signInAgain } from '@/lib/auth/sign-in'
import { checkCodeAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('account.codeTitle') }
}

export default async function CodePage() {
  if (!(await awaitedCode())) redirect(signInAgain())
  const { t } = await deskI18n()
  return (
    <>
      <h1 className="text-title">{t('account.codeTitle')}</h1>
      <p className="pt-4 text-muted">{t('account.codeIntro')}</p>
      <ActionForm
        action={checkCodeAction}
        fields={[{ name: 'code', label: t('account.code'), autoComplete: 'one-time-code' }]}
        submit={t('account.signIn')}
        failed={t('account.signInFailed')}
      />
    </>
  )
}
