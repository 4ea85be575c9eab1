import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { EmptyList } from '@/components/empty-list'
import { FilterForm } from '@/components/filter-form'
import { PageTitle } from '@/components/page-title'
import { Pagination } from '@/components/pagination'
import { LetterLinks } from '@/components/people/letter-links'
import { SpeakersByLetter } from '@/components/people/speakers-by-letter'
import { TranslationNote } from '@/components/translation-note'
import { isFiltered, toMenu } from '@/lib/filter-values'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { pageNumber } from '@/lib/pagination'
import { readSpeakerFilters } from '@/lib/people/filters'
import { listSpeakers } from '@/lib/people/list'
import { routes, withQuery } from '@/lib/routes'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const context = await pageContext(params)
  const { t } = context
  const query = await searchParams
  const [filters, page] = [readSpeakerFilters(query), pageNumber(query)]
  return {
    ...pageMetadata(context, {
      path: withQuery(routes.speakers(), { ...filters, page: page > 1 ? page : null }),
      title: page > 1 ? `${t('words.speakers')}, ${t('site.page', { page })}` : t('words.speakers'),
      description: t('people.listDescription'),
    }),
    ...(isFiltered(filters) ? { robots: { index: false } } : {}),
  }
}

export default async function SpeakersPage({ params, searchParams }: Props) {
  const context = await pageContext(params)
  const { t, locale } = context
  const query = await searchParams
  const list = await listSpeakers(readSpeakerFilters(query), pageNumber(query), locale)
  const { filters, choices, letters, page, pages, total, items } = list
  const path = routes.speakers()
  const menu = (name: keyof typeof choices, label: string) => ({
    name,
    label,
    chosen: filters[name],
    choices: toMenu(choices[name]),
  })
  return (
    <SitePage
      locale={locale}
      // Another language has another alphabet, in which letter and page mean something else.
      path={withQuery(path, { ...filters, letter: null })}
      room="speakers"
    >
      <PageTitle title={t('words.speakers')} lede={<p>{t('people.listLede')}</p>} />
      <FilterForm
        path={path}
        locale={locale}
        fields={[
          menu('edition', t('words.edition')),
          menu('country', t('people.countryOfAppearance')),
          // Not among the menus until the page of an organisation or topic has led here.
          ...(filters.organisation ? [menu('organisation', t('words.organisation'))] : []),
          ...(filters.topic ? [menu('topic', t('words.topic'))] : []),
        ]}
      />
      <LetterLinks letters={letters} filters={filters} locale={locale} />
      <p className="pt-7 pb-4 text-meta text-muted">{t('words.countSpeakers', { count: total })}</p>
      <SpeakersByLetter speakers={items} locale={locale} />
      <EmptyList
        list={list}
        path={path}
        filters={filters}
        words={{ noneFound: t('people.noneFound'), noneArchived: t('people.noneArchived') }}
        locale={locale}
      />
      <Pagination page={page} pages={pages} path={path} query={filters} locale={locale} />
      <TranslationNote
        said={items.flatMap(({ appearance }) => [appearance.person.name, appearance.positionHeld])}
        locale={locale}
      />
    </SitePage>
  )
}
