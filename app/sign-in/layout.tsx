import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import '../globals.css'
import { DeskFrame } from '@/components/desk/desk-frame'
import { deskI18n } from '@/lib/auth/desk-i18n'

export const dynamic = 'force-dynamic'
// Addresses of some of these pages are secrets. Not `no-referrer`: a form would then come without its origin.
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

export default async function SignInLayout({ children }: { children: ReactNode }) {
  return (
    <DeskFrame i18n={await deskI18n()} desk={null}>
      <div className="mx-auto max-w-md pt-6">{children}</div>
    </DeskFrame>
  )
}
