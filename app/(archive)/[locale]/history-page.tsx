import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { SitePage } from '@/components/chrome/site-page'
import { Elsewhere } from '@/components/elsewhere'
import { PublicEvent } from '@/components/history/public-event'
import { PageTitle } from '@/components/page-title'
import { Pagination } from '@/components/pagination'
import { SessionTitle } from '@/components/said-text'
import { TranslationNote } from '@/components/translation-note'
import type { Address } from '@/lib/addresses'
import type { Locale } from '@/lib/i18n/locales'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { pageNumber } from '@/lib/pagination'
import { pageRecord } from '@/lib/revisions/page-record'
import { listPublicHistory } from '@/lib/revisions/public-history'
import { publicNames } from '@/lib/revisions/public-names'
import { inLocale, type Path, routes, withQuery } from '@/lib/routes'

type Props<P> = {
  params: Promise<P & { locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

// Once for the head and the page: a head that asks by itself may come after the page, and then stands in its body.
const nameOf = cache(async (id: string, locale: Locale) => (await publicNames([id], locale)).get(id))

/** The public history of a kind of record: `addressOf` finds the record, `path` is its own page as asked for. */
export function historyOf<P>(addressOf: (params: P) => Promise<Address>, path: (params: P) => Path) {
  async function generateMetadata({ params, searchParams }: Props<P>): Promise<Metadata> {
    const context = await pageContext(params)
    const address = await addressOf(await params)
    if (address?.kind !== 'published') return {}
    const name = await nameOf(address.id, context.locale)
    const page = pageNumber(await searchParams)
    return {
      ...pageMetadata(context, {
        path: withQuery(routes.history(address.path), { page: page > 1 ? page : null }),
        title: context.t('corrections.historyTitle', { name: name?.name.value ?? '' }),
        description: context.t('corrections.historyLede'),
      }),
      robots: { index: false },
    }
  }

  async function HistoryPage({ params, searchParams }: Props<P>) {
    const context = await pageContext(params)
    const { t, locale } = context
    const address = await addressOf(await params)
    const asked = routes.history(path(await params))
    if (address?.kind !== 'published') {
      const elsewhere = address?.kind === 'moved' ? { ...address, to: routes.history(address.to) } : address
      return <Elsewhere address={elsewhere} path={asked} context={context} />
    }
    const name = await nameOf(address.id, locale)
    if (!name) notFound()
    const page = pageNumber(await searchParams)
    const history = await listPublicHistory(address.id, page, locale)
    const own = routes.history(address.path)
    const versionPath =
      name.noun === 'statement' ? (version: number) => withQuery(address.path, { version }) : undefined
    return (
      <SitePage
        locale={locale}
        record={await pageRecord(address)}
        path={withQuery(own, { page: page > 1 ? page : null })}
        crumbs={[{ label: t('corrections.foot'), path: address.path }]}
      >
        <PageTitle
          kind={t('corrections.historyOf')}
          title={
            <a className="quiet-link" href={inLocale(locale, address.path)}>
              <SessionTitle title={name.name} isTitleSupplied={name.isTitleSupplied} locale={locale} />
            </a>
          }
          lede={<p>{t('corrections.historyLede')}</p>}
        />
        <ol className="pt-10">
          {history.items.map((event) => (
            <PublicEvent key={event.key} event={event} versionPath={versionPath} locale={locale} />
          ))}
        </ol>
        <Pagination page={page} pages={history.pages} path={own} locale={locale} />
        <TranslationNote
          said={[name.name, ...history.items.map((event) => (event.kind === 'answer' ? event.answer : null))]}
          locale={locale}
        />
      </SitePage>
    )
  }
  return { generateMetadata, HistoryPage }
}
