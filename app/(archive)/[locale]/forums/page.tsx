import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { ForumRow } from '@/components/forum-row'
import { PageTitle } from '@/components/page-title'
import { Pagination } from '@/components/pagination'
import { TranslationNote } from '@/components/translation-note'
import { listForums } from '@/lib/forums/queries'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { pageNumber } from '@/lib/pagination'
import { routes, withQuery } from '@/lib/routes'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const context = await pageContext(params)
  const { t } = context
  const page = pageNumber(await searchParams)
  return pageMetadata(context, {
    path: withQuery(routes.forums(), { page: page > 1 ? page : null }),
    title: t('words.forums'),
    description: t('forums.listDescription'),
  })
}

export default async function ForumsPage({ params, searchParams }: Props) {
  const context = await pageContext(params)
  const { t, locale } = context
  const { items, page, pages } = await listForums(pageNumber(await searchParams), locale)
  return (
    <SitePage locale={locale} path={withQuery(routes.forums(), { page: page > 1 ? page : null })} room="forums">
      <PageTitle title={t('words.forums')} lede={<p>{t('forums.lede')}</p>} />
      <div className="mt-10 mb-8 border-rule border-b">
        {items.length === 0 && <p className="border-rule border-t py-6 text-muted">{t('forums.none')}</p>}
        {items.map((forum) => (
          <ForumRow key={forum.path} forum={forum} locale={locale} />
        ))}
      </div>
      <Pagination page={page} pages={pages} path={routes.forums()} locale={locale} />
      <TranslationNote said={items.flatMap(({ name, description }) => [name, description])} locale={locale} />
    </SitePage>
  )
}
