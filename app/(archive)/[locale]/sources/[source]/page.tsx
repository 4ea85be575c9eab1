import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { ClaimList } from '@/components/claim-list'
import { Elsewhere } from '@/components/elsewhere'
import { EmptyList } from '@/components/empty-list'
import { JsonLd } from '@/components/json-ld'
import { Markdown } from '@/components/markdown'
import { PageTitle } from '@/components/page-title'
import { Pagination } from '@/components/pagination'
import { SaidText } from '@/components/said-text'
import { Section } from '@/components/section'
import { SourceFacts } from '@/components/source-facts'
import { TranslationNote } from '@/components/translation-note'
import { sourceAt } from '@/lib/addresses'
import { pageContext } from '@/lib/i18n/page-context'
import { pageFiles } from '@/lib/interchange/page-files'
import { pageMetadata } from '@/lib/metadata'
import { pageNumber } from '@/lib/pagination'
import { pageRecord } from '@/lib/revisions/page-record'
import { routes, withQuery } from '@/lib/routes'
import { sourceJsonLd } from '@/lib/sources/json-ld'
import { getSource } from '@/lib/sources/queries'

type Props = {
  params: Promise<{ locale: string; source: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function find({ params, searchParams }: Props) {
  const { source: publicId } = await params
  const context = await pageContext(params)
  const page = pageNumber(await searchParams)
  const address = await sourceAt(publicId)
  const source = address?.kind === 'published' ? await getSource(address.id, page, context.locale) : null
  return { context, source, address, asked: routes.source(publicId), page }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { context, source, page } = await find(props)
  if (!source) return {}
  const { t } = context
  return pageMetadata(context, {
    path: withQuery(source.path, { page: page > 1 ? page : null }),
    title: source.title.value,
    files: pageFiles({ path: source.path, record: ['json'] }, context),
    description: t('sources.description', {
      kind: t(`words.sourceKind.${source.kind}`),
      claims: t('sources.countClaims', { count: source.claims.total }),
    }),
    type: 'article',
  })
}

export default async function SourcePage(props: Props) {
  const { context, source, address, asked, page } = await find(props)
  const { t, locale } = context
  if (!source) {
    return <Elsewhere address={address?.kind === 'published' ? null : address} path={asked} context={context} />
  }
  const { claims, note, path } = source
  return (
    <SitePage
      locale={locale}
      record={await pageRecord(address)}
      path={withQuery(path, { page: page > 1 ? page : null })}
    >
      <JsonLd data={sourceJsonLd(source, context)} />
      <div className="flex flex-col gap-x-14 lg:flex-row">
        <PageTitle kind={t(`words.sourceKind.${source.kind}`)} title={<SaidText said={source.title} locale={locale} />}>
          {note && <Markdown said={note} locale={locale} className="pt-4 font-serif text-lede text-muted" />}
        </PageTitle>
        <SourceFacts source={source} locale={locale} />
      </div>
      <Section id="claims" title={t('sources.claims')}>
        <p className="pb-6 text-meta text-muted">{t('sources.countClaims', { count: claims.total })}</p>
        <ClaimList claims={claims.items} locale={locale} />
        <EmptyList
          list={claims}
          path={path}
          filters={{}}
          words={{ noneFound: t('sources.noClaims'), noneArchived: t('sources.noClaims') }}
          locale={locale}
        />
        <Pagination page={page} pages={claims.pages} path={path} locale={locale} />
      </Section>
      <TranslationNote said={[source.title, note, ...claims.items.map(({ name }) => name)]} locale={locale} />
    </SitePage>
  )
}
