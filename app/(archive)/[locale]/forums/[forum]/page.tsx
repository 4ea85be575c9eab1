import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { CitationMarks } from '@/components/citation-marks'
import { EditionRow } from '@/components/edition-row'
import { Elsewhere } from '@/components/elsewhere'
import { type Fact, Facts } from '@/components/facts'
import { yearsOf } from '@/components/forum-row'
import { JsonLd } from '@/components/json-ld'
import { Markdown } from '@/components/markdown'
import { PageTitle } from '@/components/page-title'
import { Pagination } from '@/components/pagination'
import { SaidText } from '@/components/said-text'
import { Section } from '@/components/section'
import { SourceList } from '@/components/source-list'
import { SourceNumbers } from '@/components/source-numbers'
import { TranslationNote } from '@/components/translation-note'
import { WebsiteLink } from '@/components/website-link'
import { forumAt } from '@/lib/addresses'
import { forumJsonLd } from '@/lib/forums/json-ld'
import { getForum } from '@/lib/forums/queries'
import { pageContext } from '@/lib/i18n/page-context'
import { pageFiles } from '@/lib/interchange/page-files'
import { plainText } from '@/lib/markdown'
import { pageMetadata } from '@/lib/metadata'
import { pageNumber } from '@/lib/pagination'
import { pageRecord } from '@/lib/revisions/page-record'
import { routes, withQuery } from '@/lib/routes'

type Props = {
  params: Promise<{ locale: string; forum: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { forum: slug } = await params
  const context = await pageContext(params)
  const { t, locale } = context
  const address = await forumAt(slug)
  if (address?.kind !== 'published') return {}
  const page = pageNumber(await searchParams)
  const forum = await getForum(address.id, page, locale)
  if (!forum) return {}
  return pageMetadata(context, {
    path: withQuery(address.path, { page: page > 1 ? page : null }),
    title: forum.name.value,
    files: pageFiles({ path: address.path, record: ['json'], feed: forum.name.value }, context),
    description: forum.description
      ? plainText(forum.description.value)
      : t('forums.description', {
          name: forum.name.value,
          editions: t('words.countEditions', { count: forum.editionCount }),
        }),
  })
}

export default async function ForumPage({ params, searchParams }: Props) {
  const { forum: slug } = await params
  const context = await pageContext(params)
  const { t, locale, format } = context
  const address = await forumAt(slug)
  const page = pageNumber(await searchParams)
  const forum = address?.kind === 'published' ? await getForum(address.id, page, locale) : null
  if (address?.kind !== 'published' || !forum) {
    return (
      <Elsewhere address={address?.kind === 'published' ? null : address} path={routes.forum(slug)} context={context} />
    )
  }
  const numbers = new SourceNumbers(forum.citations)
  const { editions } = forum
  const facts: (Fact | null)[] = [
    { label: t('words.editions'), value: format.number(forum.editionCount) },
    { label: t('forums.years'), value: yearsOf(forum) ?? t('forums.notRecorded') },
    forum.website
      ? {
          label: t('forums.website'),
          value: <WebsiteLink url={forum.website} />,
        }
      : null,
    {
      label: t('words.sources'),
      value:
        numbers.sources.length > 0 ? (
          <>
            {format.number(numbers.sources.length)}
            <CitationMarks citations={forum.citations} numbers={numbers} locale={locale} />
          </>
        ) : (
          t('forums.notRecorded')
        ),
    },
  ]
  return (
    <SitePage
      locale={locale}
      record={await pageRecord(address, { hasFeed: true })}
      path={withQuery(address.path, { page: page > 1 ? page : null })}
      room="forums"
      crumbs={[{ label: t('words.forums'), path: routes.forums() }]}
    >
      <JsonLd data={forumJsonLd(forum, context)} />
      <div className="flex flex-col gap-x-10 lg:flex-row">
        <PageTitle kind={t('words.forum')} title={<SaidText said={forum.name} locale={locale} />}>
          {forum.description && (
            <div className="pt-4 font-serif text-lede text-muted">
              <Markdown said={forum.description} locale={locale} />
            </div>
          )}
        </PageTitle>
        <Facts facts={facts.filter((fact) => fact !== null)} />
      </div>
      <Section id="editions" title={t('words.editions')}>
        {editions.items.length === 0 && <p className="text-muted">{t('forums.noEditions')}</p>}
        {editions.items.map((edition) => (
          <EditionRow key={edition.id} edition={edition} locale={locale} />
        ))}
        <div className="pt-8">
          <Pagination page={editions.page} pages={editions.pages} path={address.path} locale={locale} />
        </div>
      </Section>
      <SourceList numbers={numbers} locale={locale} />
      <TranslationNote said={[forum.name, forum.description]} locale={locale} />
    </SitePage>
  )
}
