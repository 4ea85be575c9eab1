import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import '../globals.css'
import { Logo } from '@/components/chrome/logo'
import { readerLocale } from '@/lib/i18n/reader-locale'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** The frame of the editors' desk. It only frames: who may see what is checked in each page and action. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const locale = await readerLocale()
  const { t } = i18n(locale)
  return (
    <html lang={locale}>
      <body>
        <header className="border-rule border-b">
          <div className="page py-3">
            <a href={inLocale(locale, routes.home())} className="inline-flex items-center gap-2.5 py-1">
              <Logo />
              <span className="font-semibold font-serif text-item">{t('site.name')}</span>
            </a>
          </div>
        </header>
        <main className="page">{children}</main>
      </body>
    </html>
  )
}
