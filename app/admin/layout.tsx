import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import '../globals.css'
import { DeskFrame } from '@/components/desk/desk-frame'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { may } from '@/lib/auth/permissions'
import { signedIn } from '@/lib/auth/signed-in'
import { routes } from '@/lib/routes'
import { signOutAction } from '../sign-in/actions'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** The frame of the editors' desk. It only frames: who may see what is checked in each page and action. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const user = await signedIn()
  const i18n = await deskI18n()
  const { t } = i18n
  const links = [
    { href: routes.desk(), label: t('account.overview') },
    ...(may(user, 'write') ? [{ href: routes.deskMedia(), label: t('deskMedia.title') }] : []),
    ...(may(user, 'administer')
      ? [
          { href: routes.users(), label: t('account.users') },
          { href: routes.audit(), label: t('account.audit') },
        ]
      : []),
    { href: routes.account(), label: t('account.account') },
  ]
  const desk = user && {
    navigation: t('account.navigation'),
    links,
    name: user.name,
    signOut: signOutAction,
    signOutLabel: t('account.signOut'),
  }
  return (
    <DeskFrame i18n={i18n} desk={desk}>
      {children}
    </DeskFrame>
  )
}
