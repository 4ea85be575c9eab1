import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { EmptyList } from '@/components/empty-list'
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
  const { t } = context
  const query = await searchParams
  const [filters, page] = [readOrganisationFilters(query), pageNumber(query)]
  return {
    ...pageMetadata(context, {
      path: withQuery(routes.organisations(), { ...filters, page: page > 1 ? page : null }),
      title: page > 1 ? `${t('words.organisations')}, ${t('site.page', { page })}` : t('words.organisations'),
      description: t('organisations.listDescription'),
    }),
    ...(isFiltered(filters) ? { robots: { index: false } } : {}),
  }
}

export default async function OrganisationsPage({ params, searchParams }: Props) {
  const context = await pageContext(params)
  const { t, locale } = context
  const query = await searchParams
  const filters = readOrganisationFilters(query)
  const list = await listOrganisations(filters, pageNumber(query), locale)
  const path = routes.organisations()
  return (
    <SitePage locale={locale} path={withQuery(path, filters)}>
      <PageTitle title={t('words.organisations')} lede={<p>{t('organisations.listLede')}</p>} />
      <KindLinks list={list} filters={filters} locale={locale} />
      <p className="pt-7 pb-4 text-meta text-muted">{t('words.countOrganisations', { count: list.total })}</p>
      {list.items.length > 0 && <OrganisationList organisations={list.items} locale={locale} />}
      <EmptyList
        list={list}
        path={path}
        filters={filters}
        words={{ noneFound: t('organisations.noneFound'), noneArchived: t('organisations.noneArchived') }}
        locale={locale}
      />
      <Pagination page={list.page} pages={list.pages} path={path} query={filters} locale={locale} />
      <TranslationNote said={list.items.map(({ name }) => name)} locale={locale} />
    </SitePage>
  )
}
