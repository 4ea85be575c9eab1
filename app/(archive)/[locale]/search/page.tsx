import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { SearchResults } from '@/components/search/search-results'
import { SearchStart } from '@/components/search/search-start'
import { SearchTooWide } from '@/components/search/search-too-wide'
import { SearchForm } from '@/components/search-form'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { HITS_ON_PAGE } from '@/lib/search/attempt'
import { searchDataPath } from '@/lib/search/data-path'
import { SearchTooSlow } from '@/lib/search/pool'
import { isEmptyRequest, readSearchRequest, searchPath } from '@/lib/search/request'
import { search } from '@/lib/search/search'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const context = await pageContext(params)
  const request = readSearchRequest(await searchParams)
  const title = titleOf(request.text, isEmptyRequest(request), context)
  const metadata = pageMetadata(context, { path: searchPath({ ...request, asOf: null }), title })
  const feed = isEmptyRequest(request)
    ? {}
    : { types: { 'application/atom+xml': [{ url: searchDataPath('atom', request, context.locale), title }] } }
  return { ...metadata, alternates: { ...metadata.alternates, ...feed }, robots: { index: false } }
}

const titleOf = (text: string, isEmpty: boolean, { t }: Awaited<ReturnType<typeof pageContext>>) =>
  text ? t('search.titleOf', { query: text }) : t(isEmpty ? 'search.title' : 'search.titleOfFilters')

/** What a reader looks for, in any kind of record. The address is the whole state. */
export default async function SearchPage({ params, searchParams }: Props) {
  const context = await pageContext(params)
  const { locale } = context
  const request = readSearchRequest(await searchParams)
  if (isEmptyRequest(request))
    return (
      <SitePage locale={locale} path={searchPath(request)}>
        <SearchStart locale={locale} />
      </SitePage>
    )
  const result = await search(request, locale).catch((error: unknown) => {
    if (error instanceof SearchTooSlow) return null
    throw error
  })
  return (
    <SitePage locale={locale} path={searchPath(request)}>
      <h1 className="sr-only">{titleOf(request.text, false, context)}</h1>
      <div className="pt-8">
        <SearchForm locale={locale} request={request} />
      </div>
      {result ? (
        <SearchResults result={result} pageSize={HITS_ON_PAGE} locale={locale} />
      ) : (
        <SearchTooWide locale={locale} />
      )}
    </SitePage>
  )
}
