import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { findInvitation } from '@/lib/users/invitations'
import { acceptInvitationAction } from './actions'

type Props = { searchParams: Promise<{ token?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('account.invitationTitle') }
}

/** Reached by a link that works once; the link itself is the permission. */
export default async function InvitationPage({ searchParams }: Props) {
  const { token } = await searchParams
  const { t } = await deskI18n()
  const invited = typeof token === 'string' && token.length <= 100 ? await findInvitation(token) : null
  return (
    <>
      <h1 className="text-title">{t('account.invitationTitle')}</h1>
      {typeof token === 'string' && invited?.email && invited.role ? (
        <>
          <p className="pt-4 text-muted">
            {t('account.invitationIntro', { email: invited.email, role: t(`users.roles.${invited.role}`) })}
          </p>
          <ActionForm
            action={acceptInvitationAction}
            hidden={{ token }}
            fields={[
              { name: 'name', label: t('users.name'), autoComplete: 'name' },
              {
                name: 'password',
                type: 'password',
                label: t('users.password'),
                hint: t('users.passwordHint'),
                autoComplete: 'new-password',
              },
            ]}
            submit={t('account.accept')}
            failed={t('users.errors')}
          />
        </>
      ) : (
        <p className="pt-6 text-lede">{t('account.linkClosed')}</p>
      )}
    </>
  )
}
