import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { CountryList } from '@/components/country-list'
import { EditionRow } from '@/components/edition-row'
import { LatestEdition, NothingYet } from '@/components/latest-edition'
import { SaidCard } from '@/components/said-card'
import { ExampleLinks } from '@/components/search/example-links'
import { SearchForm } from '@/components/search-form'
import { Section } from '@/components/section'
import { PairedSection, SectionPair } from '@/components/section-pair'
import { SourceList } from '@/components/source-list'
import { SourceNumbers } from '@/components/source-numbers'
import { TopicBars } from '@/components/topic-bars'
import { TranslationNote } from '@/components/translation-note'
import { WorldMap } from '@/components/world-map'
import { inCountryOrder } from '@/lib/country-order'
import { getHome } from '@/lib/home/queries'
import { pageContext } from '@/lib/i18n/page-context'
import { pageFiles } from '@/lib/interchange/page-files'
import { pageMetadata } from '@/lib/metadata'
import { inLocale, routes } from '@/lib/routes'
import { offeredExamples } from '@/lib/search/examples'
import { citationsFor } from '@/lib/sources/citations'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext(params)
  return pageMetadata(context, {
    path: routes.home(),
    description: context.t('site.description'),
    files: pageFiles({ path: routes.home(), feed: context.t('site.name') }, context),
  })
}

export default async function HomePage({ params }: Props) {
  const context = await pageContext(params)
  const { t, locale } = context
  const { latest, statements, topics, countries, editions } = await getHome(locale)
  const numbers = new SourceNumbers(
    ...['theme', 'summary'].map((claim) => citationsFor(latest?.citations ?? [], claim)),
    ...statements.map(({ citations }) => citations),
  )
  const marked = inCountryOrder(countries, context)
  return (
    <SitePage locale={locale} path={routes.home()}>
      {latest ? <LatestEdition latest={latest} numbers={numbers} locale={locale} /> : <NothingYet locale={locale} />}
      <div className="mt-12 border-rule border-t pt-9">
        <SearchForm locale={locale} label={t('home.search')} />
        <ExampleLinks names={offeredExamples} locale={locale} />
      </div>
      <Section
        id="said"
        title={t('home.said')}
        more={{ label: t('home.allStatements'), href: inLocale(locale, routes.statements()) }}
      >
        {statements.length === 0 && <p className="text-muted">{t('home.noStatements')}</p>}
        <div className="grid gap-10 md:grid-cols-3">
          {statements.map((statement) => (
            <SaidCard key={statement.publicId} statement={statement} numbers={numbers} locale={locale} />
          ))}
        </div>
      </Section>
      <SectionPair>
        <PairedSection
          id="topics"
          title={t('words.topics')}
          more={{ label: t('home.allTopics'), href: inLocale(locale, routes.topics()) }}
        >
          {topics.length === 0 && <p className="text-muted">{t('home.noTopics')}</p>}
          <TopicBars topics={topics} locale={locale} />
        </PairedSection>
        <PairedSection id="countries" title={t('home.whereFrom')}>
          {marked.length === 0 ? (
            <p className="text-muted">{t('home.noCountries')}</p>
          ) : (
            <>
              <WorldMap countries={marked} label={t('home.map')} locale={locale} />
              <div className="pt-4">
                <CountryList countries={marked} locale={locale} />
                <p className="pt-3 text-muted text-small">{t('home.mapNote')}</p>
              </div>
            </>
          )}
        </PairedSection>
      </SectionPair>
      <Section
        id="editions"
        title={t('words.editions')}
        more={{ label: t('home.allForums'), href: inLocale(locale, routes.forums()) }}
      >
        {editions.length === 0 && <p className="text-muted">{t('home.noEditions')}</p>}
        {editions.map((edition) => (
          <EditionRow key={edition.id} edition={edition} locale={locale} />
        ))}
      </Section>
      <SourceList numbers={numbers} locale={locale} />
      <TranslationNote
        said={[latest?.theme ?? null, latest?.summary ?? null, ...statements.map(({ text }) => text)]}
        locale={locale}
      />
    </SitePage>
  )
}
