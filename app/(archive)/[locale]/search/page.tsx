import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { PageTitle } from '@/components/page-title'
import { SearchForm } from '@/components/search-form'
import { Section } from '@/components/section'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { inLocale, routes, withQuery } from '@/lib/routes'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const lists = ['forums', 'sessions', 'speakers', 'organisations', 'topics', 'statements'] as const

const MOST_LETTERS = 300

/** What was typed, as the box takes it. */
async function typed(searchParams: Props['searchParams']): Promise<string | null> {
  const { q } = await searchParams
  const words = (Array.isArray(q) ? q[0] : q)?.trim().slice(0, MOST_LETTERS)
  return words || null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext(params)
  return {
    ...pageMetadata(context, { path: routes.search(), title: context.t('search.title') }),
    robots: { index: false },
  }
}

/** Until there is a search engine: says so, keeps what was typed, and leads to the lists. Reads no database. */
export default async function SearchPage({ params, searchParams }: Props) {
  const { t, locale } = await pageContext(params)
  const query = await typed(searchParams)
  return (
    <SitePage locale={locale} path={withQuery(routes.search(), { q: query })}>
      <PageTitle title={t('search.title')} />
      <div className="pt-6">
        <SearchForm locale={locale} query={query} />
      </div>
      <p className="prose pt-6 text-lede">
        {t('search.interim')} {query && t('search.kept')}
      </p>
      <Section id="lists" title={t('search.lists')}>
        <ul className="grid gap-x-10 sm:grid-cols-2">
          {lists.map((list) => (
            <li key={list} className="border-rule border-t py-4">
              <a className="quiet-link font-serif text-item" href={inLocale(locale, routes[list]())}>
                {t(`words.${list}`)}
              </a>
              <p className="text-meta text-muted">{t(`search.list.${list}`)}</p>
            </li>
          ))}
        </ul>
      </Section>
    </SitePage>
  )
}
