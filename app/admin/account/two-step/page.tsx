import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { QrCode } from '@/components/qr-code'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { base32, keyAddress } from '@/lib/auth/totp'
import { preparedSecret } from '@/lib/auth/two-steps'
import { routes } from '@/lib/routes'
import { turnOnTwoStepsAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('account.twoSteps') }
}

export default async function TwoStepPage() {
  const user = await allowed('write')
  const secret = await preparedSecret(user.id)
  // Without JavaScript this page is also the answer to its form: then the secret is in use and the codes are shown.
  const isAnswer = (await headers()).has('content-type')
  if (!secret && !isAnswer) redirect(routes.account())
  const { t } = await deskI18n()
  return (
    <div className="max-w-xl">
      <h1 className="text-title">{t('account.twoSteps')}</h1>
      {secret && (
        <>
          <p className="pt-4 pb-4">{t('account.scan')}</p>
          <QrCode text={keyAddress(secret, t('site.name'), user.email)} label={t('account.qrCode')} />
          <p className="pt-4">
            {t('account.typeKey')}{' '}
            <code className="[overflow-wrap:anywhere]">{base32(secret).replace(/.{4}(?=.)/g, '$& ')}</code>
          </p>
        </>
      )}
      <ActionForm
        action={turnOnTwoStepsAction}
        isOnce
        fields={[
          { name: 'code', label: t('account.code'), hint: t('account.codeHint'), autoComplete: 'one-time-code' },
        ]}
        submit={t('account.turnOn')}
        failed={t('account.notSaved')}
      />
      <p className="pt-6">
        <a className="link" href={routes.account()}>
          {t('account.backToAccount')}
        </a>
      </p>
    </div>
  )
}
