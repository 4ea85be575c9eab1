import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { Notice } from '@/components/form/notice'
import { Pagination } from '@/components/pagination'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { pageNumber } from '@/lib/pagination'
import { routes } from '@/lib/routes'
import { listInvitations } from '@/lib/users/invitations'
import { listUsers } from '@/lib/users/queries'
import { UserRole } from '@/prisma/client/enums'
import { inviteAction } from './actions'
import { InvitationList } from './invitation-list'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('account.users') }
}

export default async function UsersPage({ searchParams }: Props) {
  await allowed('administer')
  const query = await searchParams
  const i18n = await deskI18n()
  const { t, locale } = i18n
  const [users, invitations] = await Promise.all([listUsers(pageNumber(query)), listInvitations()])
  return (
    <div className="max-w-3xl">
      <h1 className="text-title">{t('account.users')}</h1>
      {query.done === 'invitation' && <Notice>{t('users.invitationWithdrawn')}</Notice>}
      <ul className="pt-6 pb-6">
        {users.items.map((user) => (
          <li key={user.id} className="flex flex-wrap items-baseline gap-x-4 border-rule border-t py-3">
            <a className="link font-semibold" href={routes.user(user.id)}>
              {user.name}
            </a>
            <span className="min-w-0 text-meta text-muted [overflow-wrap:anywhere]">{user.email}</span>
            <span className="ms-auto text-meta">
              {user.isDisabled ? (
                <span className="text-gold">{t('users.disabled')}</span>
              ) : (
                t(`users.roles.${user.role}`)
              )}
            </span>
          </li>
        ))}
      </ul>
      <Pagination page={users.page} pages={users.pages} path={routes.users()} locale={locale} />

      <section aria-labelledby="invite" className="max-w-xl">
        <h2 id="invite" className="pt-8 text-section">
          {t('users.invite')}
        </h2>
        <p className="pt-2 text-muted">{t('users.inviteIntro')}</p>
        <ActionForm
          action={inviteAction}
          fields={[
            { name: 'email', type: 'email', label: t('users.email'), autoComplete: 'off' },
            {
              name: 'role',
              label: t('users.role'),
              hint: t('users.roleHint'),
              choices: Object.values(UserRole).map((role) => ({ value: role, label: t(`users.roles.${role}`) })),
            },
          ]}
          submit={t('users.invite')}
          failed={t('users.notInvited')}
        />
      </section>
      <InvitationList i18n={i18n} invitations={invitations} />
    </div>
  )
}
