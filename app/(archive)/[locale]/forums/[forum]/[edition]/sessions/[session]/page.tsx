import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { CitationMarks } from '@/components/citation-marks'
import { CiteBox } from '@/components/cite-box'
import { DocumentsSection } from '@/components/documents-section'
import { Elsewhere } from '@/components/elsewhere'
import { JsonLd } from '@/components/json-ld'
import { LinksSection } from '@/components/links-section'
import { Markdown } from '@/components/markdown'
import { PageTitle } from '@/components/page-title'
import { RelatedSessions } from '@/components/related-sessions'
import { SaidText, SessionTitle } from '@/components/said-text'
import { SessionFacts } from '@/components/session-facts'
import { SessionNeighbours } from '@/components/session-neighbours'
import { SessionSpeakers } from '@/components/session-speakers'
import { SessionStatements } from '@/components/session-statements'
import { SourceList } from '@/components/source-list'
import { SourceNumbers } from '@/components/source-numbers'
import { TranslationNote } from '@/components/translation-note'
import { sessionAt } from '@/lib/addresses'
import { pageContext } from '@/lib/i18n/page-context'
import { citationMetadata } from '@/lib/interchange/citation-metadata'
import { citedFormats, haveDay, pageFiles } from '@/lib/interchange/page-files'
import { plainText } from '@/lib/markdown'
import { pageMetadata } from '@/lib/metadata'
import { pageRecord } from '@/lib/revisions/page-record'
import { routes, withQuery } from '@/lib/routes'
import { toCitableSession } from '@/lib/sessions/citable'
import { sessionJsonLd } from '@/lib/sessions/json-ld'
import { getSession } from '@/lib/sessions/queries'

type Props = { params: Promise<{ locale: string; forum: string; edition: string; session: string }> }

async function find(params: Props['params']) {
  const { forum, edition, session: slug } = await params
  const context = await pageContext(params)
  const address = await sessionAt(forum, edition, slug)
  const session = address?.kind === 'published' ? await getSession(address.id, context.locale) : null
  return { context, session, address, asked: routes.session(forum, edition, slug) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, session } = await find(params)
  if (!session) return {}
  const { t } = context
  const { title, isTitleSupplied, abstract, edition, format } = session
  const metadata = pageMetadata(context, {
    path: session.path,
    files: pageFiles({ path: session.path, record: citedFormats(haveDay([session])) }, context),
    title: `${isTitleSupplied ? `[${title.value}]` : title.value}, ${edition.name.value}`,
    description: abstract
      ? plainText(abstract.value)
      : t('sessions.description', { format: t(`words.format.${format}`), edition: edition.name.value }),
    type: 'article',
    image: routes.opengraphImage(session.path),
  })
  return { ...metadata, other: citationMetadata(toCitableSession(session, context)) }
}

export default async function SessionPage({ params }: Props) {
  const { context, session, address, asked } = await find(params)
  const { t, locale } = context
  if (!session) {
    return <Elsewhere address={address?.kind === 'published' ? null : address} path={asked} context={context} />
  }
  const { edition, abstract, note } = session
  const numbers = new SourceNumbers(
    session.citations,
    session.occasion.citations,
    ...session.speakers.map(({ citations }) => citations),
    ...session.statements.map(({ citations }) => citations),
  )
  const marks = <CitationMarks citations={session.citations} numbers={numbers} locale={locale} />
  return (
    <SitePage
      locale={locale}
      record={await pageRecord(address)}
      path={session.path}
      room="sessions"
      crumbs={[
        { label: <SaidText said={edition.forum.name} locale={locale} />, path: edition.forum.path },
        { label: edition.short, path: edition.path },
        {
          label: t('words.sessions'),
          path: withQuery(routes.sessions(), { edition: session.key.split('/').slice(0, 2).join('/') }),
        },
      ]}
    >
      <JsonLd data={sessionJsonLd(session, context)} />
      <div className="grid gap-x-14 lg:grid-cols-[1fr_21rem] lg:grid-rows-[auto_1fr]">
        <PageTitle
          kind={
            <>
              {t(`words.format.${session.format}`)}
              {session.isCancelled && `, ${t('words.cancelled').toLocaleLowerCase(locale)}`}
            </>
          }
          title={
            <>
              <SessionTitle title={session.title} isTitleSupplied={session.isTitleSupplied} locale={locale} />
              {!abstract && marks}
            </>
          }
        >
          {session.isTitleSupplied && <p className="pt-2 text-meta text-muted">{t('words.suppliedTitle')}</p>}
          {abstract && <Markdown said={abstract} locale={locale} marks={marks} className="pt-4 font-serif text-lede" />}
          {note && (
            <section className="mt-6 border-gold border-s-2 ps-4 text-[0.9375rem]" aria-labelledby="note-title">
              <h2 id="note-title" className="font-sans font-semibold text-gold text-small">
                {t('sessions.note')}
              </h2>
              <Markdown said={note} locale={locale} className="pt-0.5 text-muted" />
            </section>
          )}
        </PageTitle>
        <aside className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <SessionFacts session={session} numbers={numbers} locale={locale} />
          <SessionSpeakers session={session} numbers={numbers} locale={locale} />
          <RelatedSessions sessions={session.related} edition={edition} locale={locale} />
        </aside>
        <SessionStatements session={session} numbers={numbers} locale={locale} />
      </div>
      <SessionNeighbours previous={session.previous} next={session.next} locale={locale} />
      <DocumentsSection documents={session.documents} locale={locale} />
      <LinksSection links={session.links} locale={locale} />
      <div className="mt-10">
        <CiteBox citable={toCitableSession(session, context)} path={session.path} locale={locale} />
      </div>
      <SourceList numbers={numbers} locale={locale} />
      <TranslationNote
        said={[session.title, abstract, note, ...session.statements.map(({ text }) => text)]}
        locale={locale}
      />
    </SitePage>
  )
}
