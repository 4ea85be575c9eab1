import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { Notice } from '@/components/form/notice'
import { QuietButton } from '@/components/form/quiet-button'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { routes } from '@/lib/routes'
import { getUser } from '@/lib/users/queries'
import { UserRole } from '@/prisma/client/enums'
import { changeRoleAction, resetLinkAction, setDisabledAction, turnOffStepsOfAction } from './actions'

type Props = {
  params: Promise<{ user: string }>
  searchParams: Promise<{ done?: string | string[]; failed?: string | string[] }>
}

const done = ['role', 'disabled', 'enabled', 'twoSteps'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('account.users') }
}

export default async function UserPage({ params, searchParams }: Props) {
  await allowed('administer')
  const id = z.uuid().safeParse((await params).user)
  const user = id.success ? await getUser(id.data) : null
  if (!user) notFound()
  const query = await searchParams
  const { t } = await deskI18n()
  const what = done.find((each) => each === query.done)
  const hidden = { user: user.id }
  return (
    <div className="max-w-xl">
      <p className="pb-2 text-meta">
        <a className="link" href={routes.users()}>
          {t('account.users')}
        </a>
      </p>
      <h1 className="text-title">{user.name}</h1>
      <p className="pt-3 text-muted [overflow-wrap:anywhere]">{user.email}</p>
      {what && <Notice>{t(`users.done.${what}`)}</Notice>}
      {query.failed === 'last' && <Notice isProblem>{t('users.lastAdministrator')}</Notice>}
      {user.isDisabled && <p className="pt-4 font-semibold text-gold">{t('users.disabled')}</p>}

      <h2 className="pt-10 text-section">{t('users.role')}</h2>
      <ActionForm
        action={changeRoleAction}
        hidden={hidden}
        fields={[
          {
            name: 'role',
            label: t('users.role'),
            hint: t('users.roleHint'),
            value: user.role,
            choices: Object.values(UserRole).map((role) => ({ value: role, label: t(`users.roles.${role}`) })),
          },
        ]}
        submit={t('users.changeRole')}
        failed={t('account.notSaved')}
      />

      {!user.isDisabled && (
        <>
          <h2 className="pt-12 text-section">{t('users.resetLink')}</h2>
          <p className="pt-2 text-muted">{t('users.resetLinkIntro')}</p>
          <ActionForm
            action={resetLinkAction}
            hidden={hidden}
            fields={[]}
            submit={t('users.makeResetLink')}
            failed={t('account.notSaved')}
          />
        </>
      )}
      {user.totpEnabledAt && (
        <form action={turnOffStepsOfAction}>
          <h2 className="pt-12 text-section">{t('account.twoSteps')}</h2>
          <p className="pt-2 pb-4 text-muted">{t('users.twoStepsIntro')}</p>
          <input type="hidden" name="user" value={user.id} />
          <QuietButton>{t('account.turnOff')}</QuietButton>
        </form>
      )}
      <form action={setDisabledAction}>
        <h2 className="pt-12 text-section">{t(user.isDisabled ? 'users.enable' : 'users.disable')}</h2>
        <p className="pt-2 pb-4 text-muted">{t(user.isDisabled ? 'users.enableIntro' : 'users.disableIntro')}</p>
        <input type="hidden" name="user" value={user.id} />
        <input type="hidden" name="disabled" value={user.isDisabled ? '0' : '1'} />
        <QuietButton>{t(user.isDisabled ? 'users.enable' : 'users.disable')}</QuietButton>
      </form>
    </div>
  )
}
