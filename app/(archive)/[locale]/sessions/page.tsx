import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { EmptyList } from '@/components/empty-list'
import { FilterForm } from '@/components/filter-form'
import { PageTitle } from '@/components/page-title'
import { Pagination } from '@/components/pagination'
import { SessionRow } from '@/components/session-row'
import { TranslationNote } from '@/components/translation-note'
import { MOST_CHOICES } from '@/lib/filter-choices'
import { isFiltered, toMenu } from '@/lib/filter-values'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { pageNumber } from '@/lib/pagination'
import { routes, withQuery } from '@/lib/routes'
import { readSessionFilters } from '@/lib/sessions/filters'
import { listSessions } from '@/lib/sessions/queries'
import { SessionFormat } from '@/prisma/client/enums'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const context = await pageContext(params)
  const { t } = context
  const query = await searchParams
  const [filters, page] = [readSessionFilters(query), pageNumber(query)]
  return {
    ...pageMetadata(context, {
      path: withQuery(routes.sessions(), { ...filters, page: page > 1 ? page : null }),
      title: page > 1 ? `${t('words.sessions')}, ${t('site.page', { page })}` : t('words.sessions'),
      description: t('sessions.listDescription'),
    }),
    ...(isFiltered(filters) ? { robots: { index: false } } : {}),
  }
}

export default async function SessionsPage({ params, searchParams }: Props) {
  const context = await pageContext(params)
  const { t, locale } = context
  const query = await searchParams
  const list = await listSessions(readSessionFilters(query), pageNumber(query), locale)
  const { filters, choices, page, pages, total, items } = list
  const path = routes.sessions()
  const isCut = Object.values(choices).some(({ length }) => length >= MOST_CHOICES)
  return (
    <SitePage locale={locale} path={withQuery(path, { ...filters, page: page > 1 ? page : null })} room="sessions">
      <PageTitle title={t('words.sessions')} lede={<p>{t('sessions.listLede')}</p>} />
      <FilterForm
        path={path}
        locale={locale}
        cutTo={isCut ? MOST_CHOICES : null}
        fields={[
          { name: 'edition', label: t('words.edition'), chosen: filters.edition, choices: toMenu(choices.edition) },
          { name: 'topic', label: t('words.topic'), chosen: filters.topic, choices: toMenu(choices.topic) },
          {
            name: 'format',
            label: t('sessions.format'),
            chosen: filters.format,
            choices: Object.values(SessionFormat).map((value) => ({ value, label: t(`words.format.${value}`) })),
          },
          { name: 'speaker', label: t('words.speaker'), chosen: filters.speaker, choices: toMenu(choices.speaker) },
        ]}
      />
      {total > 0 ? (
        <h2 className="pt-8 pb-4 font-sans text-meta text-muted">{t('words.countSessions', { count: total })}</h2>
      ) : (
        <div className="pt-8" />
      )}
      {items.map((session) => (
        <SessionRow key={session.id} session={session} locale={locale} showsEdition />
      ))}
      <EmptyList
        list={list}
        path={path}
        filters={filters}
        words={{ noneFound: t('sessions.noneFound'), noneArchived: t('sessions.noneArchived') }}
        locale={locale}
      />
      <Pagination page={page} pages={pages} path={path} query={filters} locale={locale} />
      <TranslationNote said={items.flatMap(({ title, abstract }) => [title, abstract])} locale={locale} />
    </SitePage>
  )
}
