import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import '../globals.css'
import { DeskFrame } from '@/components/desk/desk-frame'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { may } from '@/lib/auth/permissions'
import { signedIn } from '@/lib/auth/signed-in'
import { countOpenReports } from '@/lib/corrections/queries'
import { nounPlurals, nouns } from '@/lib/revisions/nouns'
import { countWaiting } from '@/lib/revisions/overview'
import { routes } from '@/lib/routes'
import { signOutAction } from '../sign-in/actions'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** The frame of the editors' desk. It only frames: who may see what is checked in each page and action. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const user = await signedIn()
  const i18n = await deskI18n()
  const { t } = i18n
  const waiting = may(user, 'write') ? await countWaiting() : {}
  const reports = may(user, 'publish') ? await countOpenReports() : 0
  const groups = [
    [
      { href: routes.desk(), label: t('account.overview') },
      ...nouns.map((noun) => ({
        href: routes.records(nounPlurals[noun]),
        label: t(`deskLists.nouns.${noun}`),
        note: waiting[noun] ? t('deskLists.inReview', { count: waiting[noun] }) : undefined,
      })),
      ...(may(user, 'write')
        ? [
            { href: routes.deskMedia(), label: t('deskMedia.title') },
            { href: routes.changes(), label: t('deskHistory.changes.title') },
            { href: routes.imports(), label: t('deskImport.title') },
            { href: routes.batches(), label: t('deskBatches.batches.title') },
            { href: routes.bin(), label: t('deskHistory.bin.title') },
          ]
        : []),
    ],
    [
      ...(may(user, 'publish')
        ? [
            {
              href: routes.reports(),
              label: t('corrections.desk.title'),
              note: reports ? t('corrections.desk.waiting', { count: reports }) : undefined,
            },
          ]
        : []),
      ...(may(user, 'administer')
        ? [
            { href: routes.users(), label: t('account.users') },
            { href: routes.audit(), label: t('account.audit') },
            { href: routes.settings(), label: t('deskPublish.settings.title') },
          ]
        : []),
      { href: routes.account(), label: t('account.account') },
      { href: routes.deskHelp(), label: t('deskForm.help') },
    ],
  ]
  const desk = user && {
    navigation: t('account.navigation'),
    menu: t('deskLists.menu'),
    groups,
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
