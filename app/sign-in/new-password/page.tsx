import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { isResetLink } from '@/lib/users/password-reset'
import { resetPasswordAction } from './actions'

type Props = { searchParams: Promise<{ token?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('account.newPasswordTitle') }
}

/** Reached by a link that works once; the link itself is the permission. */
export default async function NewPasswordPage({ searchParams }: Props) {
  const { token } = await searchParams
  const { t } = await deskI18n()
  const isOpen = typeof token === 'string' && token.length <= 100 && (await isResetLink(token))
  return (
    <>
      <h1 className="text-title">{t('account.newPasswordTitle')}</h1>
      {isOpen ? (
        <ActionForm
          action={resetPasswordAction}
          hidden={{ token }}
          fields={[
            {
              name: 'password',
              type: 'password',
              label: t('account.newPassword'),
              hint: t('users.passwordHint'),
              autoComplete: 'new-password',
            },
          ]}
          submit={t('account.setPassword')}
          failed={t('account.notSaved')}
        />
      ) : (
        <p className="pt-6 text-lede">{t('account.linkClosed')}</p>
      )}
    </>
  )
}
