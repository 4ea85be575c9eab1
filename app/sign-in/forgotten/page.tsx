import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { Notice } from '@/components/form/notice'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { sendsMail } from '@/lib/mail'
import { sendResetLinkAction } from './actions'

type Props = { searchParams: Promise<{ done?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('account.forgotten') }
}

export default async function ForgottenPage({ searchParams }: Props) {
  const { done } = await searchParams
  const { t } = await deskI18n()
  return (
    <>
      <h1 className="text-title">{t('account.forgotten')}</h1>
      {!sendsMail() ? (
        <p className="pt-4 text-lede">{t('account.forgottenAsk')}</p>
      ) : done !== undefined ? (
        <Notice>{t('account.forgottenSent')}</Notice>
      ) : (
        <>
          <p className="pt-4 text-muted">{t('account.forgottenIntro')}</p>
          <ActionForm
            action={sendResetLinkAction}
            fields={[{ name: 'email', type: 'email', label: t('users.email'), autoComplete: 'username' }]}
            submit={t('account.forgottenSend')}
            failed={t('account.notSaved')}
          />
        </>
      )}
    </>
  )
}
