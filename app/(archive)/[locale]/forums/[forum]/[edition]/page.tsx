import type { Metadata } from 'next'
import { ButtonLink } from '@/components/button-link'
import { SitePage } from '@/components/chrome/site-page'
import { CiteBox } from '@/components/cite-box'
import { DocumentsSection } from '@/components/documents-section'
import { EditionFacts } from '@/components/edition-facts'
import { EditionHead } from '@/components/edition-head'
import { EditionProgramme } from '@/components/edition-programme'
import { EditionSpeakers } from '@/components/edition-speakers'
import { EditionStatements } from '@/components/edition-statements'
import { Elsewhere } from '@/components/elsewhere'
import { JsonLd } from '@/components/json-ld'
import { Markdown } from '@/components/markdown'
import { Participation } from '@/components/participation'
import { ProgrammeChangesLink } from '@/components/programme-changes-link'
import { ProgrammeFiles } from '@/components/programme-files'
import { SaidText } from '@/components/said-text'
import { Section } from '@/components/section'
import { PairedSection, SectionPair } from '@/components/section-pair'
import { SourceList } from '@/components/source-list'
import { SourceNumbers } from '@/components/source-numbers'
import { TopicBars } from '@/components/topic-bars'
import { TranslationNote } from '@/components/translation-note'
import { editionAt } from '@/lib/addresses'
import { toCitableEdition } from '@/lib/editions/citable'
import { editionJsonLd } from '@/lib/editions/json-ld'
import { getEdition } from '@/lib/editions/queries'
import { pageContext } from '@/lib/i18n/page-context'
import { citationMetadata } from '@/lib/interchange/citation-metadata'
import { citedFormats, hasCalendar, pageFiles, programmeFilesOf } from '@/lib/interchange/page-files'
import { pageMetadata } from '@/lib/metadata'
import { hasProgrammeVersions } from '@/lib/programme/version-queries'
import { pageRecord } from '@/lib/revisions/page-record'
import { inLocale, routes } from '@/lib/routes'

type Props = { params: Promise<{ locale: string; forum: string; edition: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { forum, edition: slug } = await params
  const context = await pageContext(params)
  const { t, locale } = context
  const address = await editionAt(forum, slug)
  if (address?.kind !== 'published') return {}
  const edition = await getEdition(address.id, locale)
  if (!edition) return {}
  const metadata = pageMetadata(context, {
    path: address.path,
    files: pageFiles(
      {
        path: address.path,
        record: citedFormats(hasCalendar(edition)),
        programme: programmeFilesOf(edition),
        feed: edition.name.name.value,
      },
      context,
    ),
    image: routes.opengraphImage(address.path),
    title: edition.name.name.value,
    description:
      edition.summary?.value ??
      t('forums.editionDescription', {
        name: edition.name.name.value,
        sessions: t('words.countSessions', { count: edition.sessionCount }),
        speakers: t('words.countSpeakers', { count: edition.speakerCount }),
        statements: t('words.countStatements', { count: edition.statementCount }),
      }),
  })
  return { ...metadata, other: citationMetadata(toCitableEdition(edition, context)) }
}

export default async function EditionPage({ params }: Props) {
  const { forum, edition: slug } = await params
  const context = await pageContext(params)
  const { t, locale } = context
  const address = await editionAt(forum, slug)
  const edition = address?.kind === 'published' ? await getEdition(address.id, locale) : null
  if (address?.kind !== 'published' || !edition) {
    return (
      <Elsewhere
        address={address?.kind === 'published' ? null : address}
        path={routes.edition(forum, slug)}
        context={context}
      />
    )
  }
  const numbers = new SourceNumbers(
    edition.citations,
    ...edition.speakers.map(({ citations }) => citations),
    ...edition.statements.map(({ citations }) => citations),
  )
  const isArchived = edition.sessionCount > 0
  return (
    <SitePage
      locale={locale}
      record={await pageRecord(address, { hasFeed: true })}
      path={address.path}
      room="forums"
      crumbs={[
        { label: t('words.forums'), path: routes.forums() },
        { label: <SaidText said={edition.name.forum.name} locale={locale} />, path: edition.name.forum.path },
      ]}
    >
      <JsonLd data={editionJsonLd(edition, context)} />
      <div className="flex flex-col gap-x-10 lg:flex-row">
        <EditionHead edition={edition} numbers={numbers} locale={locale}>
          {isArchived && (
            <p className="flex flex-wrap gap-3 pt-6">
              <ButtonLink href="#programme" isMain>
                {t('words.programme')}
              </ButtonLink>
              <ButtonLink href={inLocale(locale, routes.timetable(forum, slug))}>{t('words.timetable')}</ButtonLink>
            </p>
          )}
          <ProgrammeChangesLink
            isThere={await hasProgrammeVersions(address.id)}
            path={routes.publicChanges(forum, slug)}
            locale={locale}
          />
        </EditionHead>
        <EditionFacts edition={edition} numbers={numbers} locale={locale} />
      </div>
      {edition.description && (
        <Section id="about" title={t('forums.about')}>
          <Markdown said={edition.description} locale={locale} />
        </Section>
      )}
      {isArchived ? (
        <>
          <EditionProgramme edition={edition} timetable={routes.timetable(forum, slug)} locale={locale} />
          <EditionSpeakers edition={edition} numbers={numbers} locale={locale} />
          <EditionStatements edition={edition} numbers={numbers} locale={locale} />
          <SectionPair>
            <PairedSection id="topics" title={t('words.topics')}>
              {edition.topics.length === 0 && <p className="text-muted">{t('forums.noTopics')}</p>}
              <TopicBars topics={edition.topics} locale={locale} />
            </PairedSection>
            <PairedSection id="countries" title={t('words.countries')}>
              <Participation edition={edition} locale={locale} isListVisible />
            </PairedSection>
          </SectionPair>
        </>
      ) : (
        <Section id="not-archived" title={t('words.notArchived')}>
          <p className="prose">{t('forums.notArchivedText')}</p>
        </Section>
      )}
      <DocumentsSection documents={edition.documents} locale={locale} />
      {isArchived && <ProgrammeFiles edition={edition} locale={locale} />}
      <div className="mt-10">
        <CiteBox citable={toCitableEdition(edition, context)} path={address.path} locale={locale} />
      </div>
      <SourceList numbers={numbers} locale={locale} />
      <TranslationNote
        said={[edition.theme, edition.summary, edition.description, ...edition.statements.map(({ text }) => text)]}
        locale={locale}
      />
    </SitePage>
  )
}
