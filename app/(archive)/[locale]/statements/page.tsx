import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { EmptyList } from '@/components/empty-list'
import { FilterForm } from '@/components/filter-form'
import { PageTitle } from '@/components/page-title'
import { Pagination } from '@/components/pagination'
import { SourceList } from '@/components/source-list'
import { SourceNumbers } from '@/components/source-numbers'
import { StatementItem } from '@/components/statement-item'
import { TranslationNote } from '@/components/translation-note'
import { MOST_CHOICES } from '@/lib/filter-choices'
import { isFiltered, toMenu } from '@/lib/filter-values'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { pageNumber } from '@/lib/pagination'
import { routes, withQuery } from '@/lib/routes'
import { readStatementFilters } from '@/lib/statements/filters'
import { listStatements } from '@/lib/statements/queries'
import { StatementKind } from '@/prisma/client/enums'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const context = await pageContext(params)
  const { t } = context
  const query = await searchParams
  const [filters, page] = [readStatementFilters(query), pageNumber(query)]
  return {
    ...pageMetadata(context, {
      path: withQuery(routes.statements(), { ...filters, page: page > 1 ? page : null }),
      title: page > 1 ? `${t('words.statements')}, ${t('site.page', { page })}` : t('words.statements'),
      description: t('statements.listDescription'),
    }),
    ...(isFiltered(filters) ? { robots: { index: false } } : {}),
  }
}

export default async function StatementsPage({ params, searchParams }: Props) {
  const context = await pageContext(params)
  const { t, locale } = context
  const query = await searchParams
  const list = await listStatements(readStatementFilters(query), pageNumber(query), locale)
  const { filters, choices, page, pages, total, items } = list
  const path = routes.statements()
  const isCut = Object.values(choices).some(({ length }) => length >= MOST_CHOICES)
  const numbers = new SourceNumbers(...items.map(({ citations }) => citations))
  const session = {
    name: 'session',
    label: t('words.session'),
    chosen: filters.session,
    choices: toMenu(list.session ? [list.session] : []),
  }
  const organisation = {
    name: 'organisation',
    label: t('words.organisation'),
    chosen: filters.organisation,
    choices: toMenu(list.organisation ? [list.organisation] : []),
  }
  return (
    <SitePage locale={locale} path={withQuery(path, { ...filters, page: page > 1 ? page : null })} room="statements">
      <PageTitle title={t('words.statements')} lede={<p>{t('statements.listLede')}</p>} />
      <FilterForm
        path={path}
        locale={locale}
        cutTo={isCut ? MOST_CHOICES : null}
        fields={[
          { name: 'speaker', label: t('words.speaker'), chosen: filters.speaker, choices: toMenu(choices.speaker) },
          { name: 'topic', label: t('words.topic'), chosen: filters.topic, choices: toMenu(choices.topic) },
          {
            name: 'kind',
            label: t('statements.kind'),
            chosen: filters.kind,
            choices: Object.values(StatementKind).map((value) => ({ value, label: t(`words.kind.${value}`) })),
          },
          { name: 'edition', label: t('words.edition'), chosen: filters.edition, choices: toMenu(choices.edition) },
          // Not among the menus until the page of a session or organisation has led here.
          ...(filters.session ? [session] : []),
          ...(filters.organisation ? [organisation] : []),
        ]}
      />
      {total > 0 ? (
        <h2 className="pt-8 pb-2 font-sans text-meta text-muted">{t('words.countStatements', { count: total })}</h2>
      ) : (
        <div className="pt-8" />
      )}
      <div className="divide-y divide-rule border-rule border-t">
        {items.map((statement) => (
          <StatementItem
            key={statement.publicId}
            statement={statement}
            numbers={numbers}
            locale={locale}
            shows={{ speaker: true, session: true }}
          />
        ))}
      </div>
      <EmptyList
        list={list}
        path={path}
        filters={filters}
        words={{ noneFound: t('statements.noneFound'), noneArchived: t('statements.noneArchived') }}
        locale={locale}
      />
      <Pagination page={page} pages={pages} path={path} query={filters} locale={locale} />
      <SourceList numbers={numbers} locale={locale} />
      <TranslationNote said={items.map(({ text }) => text)} locale={locale} />
    </SitePage>
  )
}
