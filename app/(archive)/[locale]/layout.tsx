import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import '../../globals.css'
import { themeScript } from '@/components/chrome/theme-script'
import { PreviewBanner } from '@/components/preview-banner'
import { env } from '@/lib/env'
import { fontsFor } from '@/lib/fonts'
import { isLocale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { currentPreview } from '@/lib/preview/current'

/** Rendered on demand and kept by the front (docs/decisions.md); nothing is rendered at build time. */
export const dynamic = 'force-dynamic'

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { t } = i18n(locale)
  return {
    metadataBase: new URL(env().PLENARY_URL),
    title: { default: `${t('site.name')} · ${t('site.tagline')}`, template: `%s · ${t('site.name')}` },
    description: t('site.description'),
    openGraph: { siteName: t('site.name') },
  }
}

export default async function ArchiveLayout({ children, params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const preview = currentPreview()
  return (
    <html lang={locale} suppressHydrationWarning>
      <head>
        {fontsFor(locale).map((href) => (
          <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
        ))}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours; must run before the first paint */}
        <script data-keep="" dangerouslySetInnerHTML={{ __html: themeScript }} />
        <script data-keep="" src="/site.js" type="module" />
        <script data-keep="" src="/search-suggestions.js" type="module" />
      </head>
      <body>
        {preview && <PreviewBanner until={preview.until} leftOut={preview.leftOut} i18n={i18n(locale)} />}
        {children}
      </body>
    </html>
  )
}
