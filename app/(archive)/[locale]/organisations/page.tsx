import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { KindLinks } from '@/components/organisations/kind-links'
import { OrganisationList } from '@/components/organisations/organisation-list'
import { PageTitle } from '@/components/page-title'
import { Pagination } from '@/components/pagination'
import { TranslationNote } from '@/components/translation-note'
import { isFiltered } from '@/lib/filter-values'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { readOrganisationFilters } from '@/lib/organisations/filters'
import { listOrganisations } from '@/lib/organisations/list'
import { pageNumber } from '@/lib/pagination'
import { routes, withQuery } from '@/lib/routes'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const context = await pageContext(params)
  const query = await searchParams
  const page = pageNumber(query)
  return pageMetadata(context, {
    path: withQuery(routes.organisations(), { ...readOrganisationFilters(query), page: page > 1 ? page : null }),
    title: context.t('words.organisations'),
    description: context.t('organisations.listDescription'),
  })
}

export default async function OrganisationsPage({ params, searchParams }: Props) {
  const context = await pageContext(params)
  const { t, locale } = context
  const query = await searchParams
  const filters = readOrganisationFilters(query)
  const list = await listOrganisations(filters, pageNumber(query), locale)
  return (
    <SitePage locale={locale} path={withQuery(routes.organisations(), filters)}>
      <PageTitle title={t('words.organisations')} lede={<p>{t('organisations.listLede')}</p>} />
      <KindLinks list={list} filters={filters} locale={locale} />
      <p className="pt-7 pb-4 text-meta text-muted">
        {list.total > 0
          ? t('words.countOrganisations', { count: list.total })
          : t(isFiltered(filters) ? 'organisations.noneFound' : 'organisations.noneArchived')}
      </p>
      {list.items.length > 0 && <OrganisationList organisations={list.items} locale={locale} />}
      <Pagination page={list.page} pages={list.pages} path={routes.organisations()} query={filters} locale={locale} />
      <TranslationNote said={list.items.map(({ name }) => name)} locale={locale} />
    </SitePage>
  )
}
