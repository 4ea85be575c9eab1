import type { ReactNode } from 'react'
import { fontsFor } from '@/lib/fonts'
import type { I18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'
import { DeskHeader, type DeskHeaderProps } from './desk-header'
import { WholeAnswers } from './whole-answers'

/** The document of the desk and of signing in: skip link, header, content. It frames only, and guards nothing. */
export function DeskFrame(props: { i18n: I18n; desk: DeskHeaderProps['desk']; children: ReactNode }) {
  const { t, locale } = props.i18n
  return (
    <html lang={locale}>
      <body>
        {/* React puts these into the head. */}
        {fontsFor(locale).map((href) => (
          <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
        ))}
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-sheet focus:p-3 focus:text-accent"
        >
          {t('site.skip')}
        </a>
        <div className={props.desk ? 'min-h-screen lg:grid lg:grid-cols-[13.75rem_minmax(0,1fr)]' : ''}>
          <DeskHeader home={{ href: inLocale(locale, routes.home()), label: t('site.name') }} desk={props.desk} />
          <main id="content" className="min-w-0 px-4 pt-7 pb-20 sm:px-6 lg:px-12">
            {props.children}
          </main>
        </div>
        <WholeAnswers />
      </body>
    </html>
  )
}
