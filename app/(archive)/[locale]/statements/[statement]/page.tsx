import type { Metadata } from 'next'
import { z } from 'zod'
import { SitePage } from '@/components/chrome/site-page'
import { CiteBox } from '@/components/cite-box'
import { Elsewhere } from '@/components/elsewhere'
import { CitedWords } from '@/components/history/cited-words'
import { JsonLd } from '@/components/json-ld'
import { PermanentLink } from '@/components/permanent-link'
import { SourceList } from '@/components/source-list'
import { SourceNumbers } from '@/components/source-numbers'
import { StatementEvidence } from '@/components/statement-evidence'
import { StatementHead } from '@/components/statement-head'
import { StatementNeighbours } from '@/components/statement-neighbours'
import { TranslationNote } from '@/components/translation-note'
import { statementAt } from '@/lib/addresses'
import { pageContext } from '@/lib/i18n/page-context'
import { citationMetadata } from '@/lib/interchange/citation-metadata'
import { citedFormats, pageFiles } from '@/lib/interchange/page-files'
import { absolute, pageMetadata, shorten } from '@/lib/metadata'
import { pageRecord } from '@/lib/revisions/page-record'
import { inLocale, routes } from '@/lib/routes'
import { toCitable } from '@/lib/statements/citable'
import { citedVersion } from '@/lib/statements/cited-version'
import { statementJsonLd } from '@/lib/statements/json-ld'
import { getStatement } from '@/lib/statements/queries'

type Props = {
  params: Promise<{ locale: string; statement: string }>
  searchParams: Promise<{ version?: string | string[] }>
}

const versionOf = z.coerce.number().int().min(1).max(1_000_000)

async function find({ params, searchParams }: Props) {
  const { statement: publicId } = await params
  const context = await pageContext(params)
  const address = await statementAt(publicId)
  const statement = address?.kind === 'published' ? await getStatement(address.id, context.locale) : null
  const found = { context, address, asked: routes.statement(publicId) }
  const { version: asked } = await searchParams
  if (asked === undefined || !statement || address?.kind !== 'published') return { ...found, statement, cited: null }
  const version = versionOf.safeParse(asked).data
  const cited = version ? await citedVersion(statement, address.id, version, context.locale) : null
  // A version that never was public is a page that is not there; that of a preview is the page itself.
  return { ...found, statement: cited || version === statement.version ? statement : null, cited }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { context, statement, cited } = await find(props)
  if (!statement) return {}
  const { t } = context
  const { speaker, text, form, edition } = statement
  const metadata = pageMetadata(context, {
    path: statement.path,
    title: t('statements.title', {
      name: speaker?.person.name.value ?? t('words.statement'),
      words: shorten(text.value, 70),
    }),
    description: t('statements.description', {
      form: t(`words.form.${form}`),
      edition: edition.name.value,
      words: text.value,
    }),
    type: 'article',
    image: routes.opengraphImage(statement.path),
    files: pageFiles({ path: statement.path, record: citedFormats(false) }, context),
  })
  const other = citationMetadata(toCitable(statement, context))
  return { ...metadata, other, ...(cited ? { robots: { index: false } } : {}) }
}

export default async function StatementPage(props: Props) {
  const { context, statement, address, asked, cited } = await find(props)
  const { t, locale } = context
  if (!statement) {
    return <Elsewhere address={address?.kind === 'published' ? null : address} path={asked} context={context} />
  }
  const numbers = new SourceNumbers(statement.citations)
  return (
    <SitePage
      locale={locale}
      record={await pageRecord(address)}
      path={cited ? routes.statementVersion(statement.publicId, cited.version) : statement.path}
      room="statements"
      crumbs={[{ label: t('words.statements'), path: routes.statements() }]}
    >
      <JsonLd data={statementJsonLd(statement, context)} />
      {cited && <CitedWords cited={cited} statement={statement} locale={locale} />}
      <div className="flex flex-col gap-x-14 lg:flex-row">
        <div className="min-w-0 flex-1">
          <StatementHead statement={statement} numbers={numbers} locale={locale} />
          <PermanentLink url={absolute(inLocale(locale, statement.path))} locale={locale} />
          <CiteBox citable={toCitable(statement, context)} path={statement.path} locale={locale} />
        </div>
        <StatementEvidence statement={statement} numbers={numbers} locale={locale} />
      </div>
      <StatementNeighbours statement={statement} locale={locale} />
      <SourceList numbers={numbers} locale={locale} />
      <TranslationNote said={[statement.text]} locale={locale} />
    </SitePage>
  )
}
