import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { PageTitle } from '@/components/page-title'
import { Pagination } from '@/components/pagination'
import { LetterLinks } from '@/components/people/letter-links'
import { SpeakersByLetter } from '@/components/people/speakers-by-letter'
import { SpeakersFilter } from '@/components/people/speakers-filter'
import { TranslationNote } from '@/components/translation-note'
import { isFiltered } from '@/lib/filter-values'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { pageNumber } from '@/lib/pagination'
import { readSpeakerFilters } from '@/lib/people/filters'
import { listSpeakers } from '@/lib/people/list'
import { listSpeakerChoices, nameSpeakerFilters } from '@/lib/people/list-choices'
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
    path: withQuery(routes.speakers(), { ...readSpeakerFilters(query), page: page > 1 ? page : null }),
    title: context.t('words.speakers'),
    description: context.t('people.listDescription'),
  })
}

export default async function SpeakersPage({ params, searchParams }: Props) {
  const context = await pageContext(params)
  const { t, locale } = context
  const query = await searchParams
  const filters = readSpeakerFilters(query)
  const [speakers, choices, names] = await Promise.all([
    listSpeakers(filters, pageNumber(query), locale),
    listSpeakerChoices(locale),
    nameSpeakerFilters(filters, locale),
  ])
  return (
    <SitePage
      locale={locale}
      // Another language has another alphabet, in which the letter and the page mean something else.
      path={withQuery(routes.speakers(), { ...filters, letter: null })}
      room="speakers"
    >
      <PageTitle title={t('words.speakers')} lede={<p>{t('people.listLede')}</p>} />
      <SpeakersFilter filters={filters} choices={choices} names={names} locale={locale} />
      <LetterLinks letters={speakers.letters} filters={filters} locale={locale} />
      <p className="pt-7 pb-4 text-meta text-muted">
        {speakers.total > 0
          ? t('words.countSpeakers', { count: speakers.total })
          : t(isFiltered(filters) ? 'people.noneFound' : 'people.noneArchived')}
      </p>
      <SpeakersByLetter speakers={speakers.items} locale={locale} />
      <Pagination
        page={speakers.page}
        pages={speakers.pages}
        path={routes.speakers()}
        query={filters}
        locale={locale}
      />
      <TranslationNote
        said={speakers.items.flatMap(({ appearance }) => [appearance.person.name, appearance.positionHeld])}
        locale={locale}
      />
    </SitePage>
  )
}
