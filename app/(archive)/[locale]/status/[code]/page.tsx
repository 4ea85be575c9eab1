import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SitePage } from '@/components/chrome/site-page'
import { PageStatus } from '@/components/page-status'
import { SearchForm } from '@/components/search-form'
import { pageContext } from '@/lib/i18n/page-context'
import { inLocale, routes } from '@/lib/routes'

/** What the front shows in place of a page that is not there or could not be made. Reads no database. */
const pages = {
  '403': { title: 'status.refusedTitle', text: 'status.refusedText' },
  '404': { title: 'status.notFoundTitle', text: 'status.notFoundText' },
  '500': { title: 'status.errorTitle', text: 'status.errorText' },
  '503': { title: 'status.awayTitle', text: 'status.awayText' },
  draft: { title: 'deskPublish.preview.unfinishedTitle', text: 'deskPublish.preview.unfinishedText' },
} as const

type Props = { params: Promise<{ locale: string; code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params
  const { t } = await pageContext(params)
  return code in pages ? { title: t(pages[code as keyof typeof pages].title) } : {}
}

export default async function StatusPage({ params }: Props) {
  const { code } = await params
  const { t, locale } = await pageContext(params)
  if (!(code in pages)) notFound()
  const { title, text } = pages[code as keyof typeof pages]
  return (
    <SitePage locale={locale} path={routes.home()}>
      {(code === '404' || code === 'draft') && <PageStatus code={404} />}
      {code === '503' && <PageStatus code={503} />}
      <h1 className="pt-16 text-title">{t(title)}</h1>
      {/* The front puts the number of the failed request in place of {request}. */}
      <p className="prose pt-5 text-lede text-muted">{t(text, { request: '{request}' })}</p>
      <p className="pt-10 pb-4">{t('status.searchInstead')}</p>
      <SearchForm locale={locale} />
      <p className="pt-6">
        <a className="link" href={inLocale(locale, routes.home())}>
          {t('status.homeLink')}
        </a>
      </p>
    </SitePage>
  )
}
