import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { EmptyList } from '@/components/empty-list'
import { PublicEvent } from '@/components/history/public-event'
import { PageTitle } from '@/components/page-title'
import { Pagination } from '@/components/pagination'
import { TranslationNote } from '@/components/translation-note'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { pageNumber } from '@/lib/pagination'
import { listCorrections } from '@/lib/revisions/public-history'
import { publicNames } from '@/lib/revisions/public-names'
import { routes, withQuery } from '@/lib/routes'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const context = await pageContext(params)
  const { t, locale } = context
  const page = pageNumber(await searchParams)
  const metadata = pageMetadata(context, {
    path: withQuery(routes.corrections(), { page: page > 1 ? page : null }),
    title: page > 1 ? `${t('corrections.title')}, ${t('site.page', { page })}` : t('corrections.title'),
    description: t('corrections.description'),
  })
  return {
    ...metadata,
    alternates: { ...metadata.alternates, types: { 'application/atom+xml': routes.correctionsFeed(locale) } },
  }
}

/** What was corrected in the archive: the editors' answers, and each change to a published statement or claim. */
export default async function CorrectionsPage({ params, searchParams }: Props) {
  const { t, locale } = await pageContext(params)
  const page = pageNumber(await searchParams)
  const list = await listCorrections(page, locale)
  const names = await publicNames([...new Set(list.items.map(({ recordId }) => recordId))], locale)
  const path = routes.corrections()
  return (
    <SitePage locale={locale} path={withQuery(path, { page: page > 1 ? page : null })}>
      <PageTitle title={t('corrections.title')} lede={<p>{t('corrections.lede')}</p>} />
      <p className="pt-4">
        <a className="link text-meta" href={routes.correctionsFeed(locale)}>
          {t('corrections.feed')}
        </a>
      </p>
      <ol className="pt-8">
        {list.items.map((event) => {
          const of = names.get(event.recordId)
          return of && <PublicEvent key={event.key} event={event} of={of} locale={locale} />
        })}
      </ol>
      <EmptyList
        list={list}
        path={path}
        filters={{}}
        words={{ noneFound: t('corrections.none'), noneArchived: t('corrections.none') }}
        locale={locale}
      />
      <Pagination page={page} pages={list.pages} path={path} locale={locale} />
      <TranslationNote
        said={list.items.flatMap((event) => [
          names.get(event.recordId)?.name ?? null,
          event.kind === 'answer' ? event.answer : null,
        ])}
        locale={locale}
      />
    </SitePage>
  )
}
