import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { Elsewhere } from '@/components/elsewhere'
import { Pagination } from '@/components/pagination'
import { ProgrammeVersions } from '@/components/programme-versions'
import { SaidText } from '@/components/said-text'
import { TranslationNote } from '@/components/translation-note'
import { programmeChangesAt } from '@/lib/addresses'
import { timeZoneName } from '@/lib/editions/time-zone'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { pageNumber } from '@/lib/pagination'
import { getProgrammeHistory } from '@/lib/programme/version-queries'
import { inLocale, routes, withQuery } from '@/lib/routes'

type Props = {
  params: Promise<{ locale: string; forum: string; edition: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { forum, edition } = await params
  const context = await pageContext(params)
  const { t, locale } = context
  const address = await programmeChangesAt(forum, edition)
  const page = pageNumber(await searchParams)
  const history = address?.kind === 'published' ? await getProgrammeHistory(address.id, locale, page) : null
  if (address?.kind !== 'published' || !history) return {}
  const name = history.name.name.value
  const metadata = pageMetadata(context, {
    path: withQuery(address.path, { page: page > 1 ? page : null }),
    title: `${t('changes.heading')} · ${name}`,
    description: t('changes.description', { name }),
  })
  const feed = inLocale(locale, routes.programmeChangesFeed(forum, edition))
  return { ...metadata, alternates: { ...metadata.alternates, types: { 'application/atom+xml': feed } } }
}

/** What changed in the programme of an edition from one published version to the next. */
export default async function ProgrammeChangesPage({ params, searchParams }: Props) {
  const { forum, edition } = await params
  const context = await pageContext(params)
  const { t, locale } = context
  const address = await programmeChangesAt(forum, edition)
  const page = pageNumber(await searchParams)
  const history = address?.kind === 'published' ? await getProgrammeHistory(address.id, locale, page) : null
  if (address?.kind !== 'published' || !history) {
    return (
      <Elsewhere
        address={address?.kind === 'published' ? null : address}
        path={routes.publicChanges(forum, edition)}
        context={context}
      />
    )
  }
  const { name, versions, timeZone } = history
  const newest = versions.items[0]?.publishedAt ?? new Date()
  const path = withQuery(address.path, { page: page > 1 ? page : null })
  return (
    <SitePage
      locale={locale}
      path={path}
      room="forums"
      crumbs={[
        { label: t('words.forums'), path: routes.forums() },
        { label: <SaidText said={name.forum.name} locale={locale} />, path: name.forum.path },
        { label: name.short, path: name.path },
        { label: t('words.timetable'), path: routes.timetable(forum, edition) },
      ]}
    >
      <p className="pt-7 pb-2 font-semibold text-gold text-small">
        <SaidText said={name.name} locale={locale} />
      </p>
      <h1 className="text-title">{t('changes.heading')}</h1>
      {versions.total === 0 ? (
        <p className="prose pt-6 text-muted">{t('changes.none')}</p>
      ) : (
        <p className="prose pt-5 text-muted">
          {t('changes.lede', { zone: timeZoneName(timeZone, newest, context) })}{' '}
          <a className="link" href={inLocale(locale, routes.programmeChangesFeed(forum, edition))}>
            {t('changes.feed')}
          </a>
        </p>
      )}
      {versions.items.length === 0 && versions.total > 0 && (
        <p className="pt-6">
          {t('words.list.noSuchPage', { page })}{' '}
          <a className="link" href={inLocale(locale, address.path)}>
            {t('words.list.firstPage')}
          </a>
        </p>
      )}
      <ProgrammeVersions history={history} locale={locale} />
      <Pagination page={versions.page} pages={versions.pages} path={address.path} locale={locale} />
      <TranslationNote
        said={versions.items.flatMap(({ changes }) => changes.map(({ title }) => title))}
        locale={locale}
      />
    </SitePage>
  )
}
