import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { isFirstAdministratorLink } from '@/lib/users/first-administrator'
import { createFirstAdministratorAction } from './actions'

type Props = { searchParams: Promise<{ token?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('users.firstAdministrator') }
}

/** Reached by the one-time link that the first start prints; the link itself is the permission. */
export default async function FirstAdministratorPage({ searchParams }: Props) {
  const { token } = await searchParams
  const { t } = await deskI18n()
  const isOpen = typeof token === 'string' && token.length <= 100 && (await isFirstAdministratorLink(token))
  return (
    <div className="max-w-md">
      <h1 className="text-title">{t('users.firstAdministrator')}</h1>
      {isOpen ? (
        <>
          <p className="pt-4 text-muted">{t('users.firstAdministratorIntro')}</p>
          <ActionForm
            action={createFirstAdministratorAction}
            hidden={{ token }}
            fields={[
              { name: 'name', label: t('users.name'), autoComplete: 'name' },
              { name: 'email', type: 'email', label: t('users.email'), autoComplete: 'username' },
              {
                name: 'password',
                type: 'password',
                label: t('users.password'),
                hint: t('users.passwordHint'),
                autoComplete: 'new-password',
              },
            ]}
            submit={t('users.create')}
            failed={t('users.errors')}
          />
        </>
      ) : (
        <p className="pt-6 text-lede">{t('users.linkClosed')}</p>
      )}
    </div>
  )
}
