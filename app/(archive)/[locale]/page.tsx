import type { Metadata } from 'next'
import { ButtonLink } from '@/components/button-link'
import { SitePage } from '@/components/chrome/site-page'
import { CitationMarks } from '@/components/citation-marks'
import { CountryList } from '@/components/country-list'
import { EditionList } from '@/components/edition-row'
import { Participation } from '@/components/participation'
import { SaidCard } from '@/components/said-card'
import { SaidText } from '@/components/said-text'
import { SearchForm } from '@/components/search-form'
import { Section } from '@/components/section'
import { PairedSection, SectionPair } from '@/components/section-pair'
import { SourceList } from '@/components/source-list'
import { SourceNumbers } from '@/components/source-numbers'
import { TopicBars } from '@/components/topic-bars'
import { TranslationNote } from '@/components/translation-note'
import { WorldMap } from '@/components/world-map'
import { inCountryOrder } from '@/lib/country-order'
import { getHome, type Home } from '@/lib/home/queries'
import { pageContext } from '@/lib/i18n/page-context'
import type { I18n } from '@/lib/i18n/translator'
import { pageMetadata } from '@/lib/metadata'
import { inLocale, routes } from '@/lib/routes'
import { citationsFor } from '@/lib/sources/citations'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext(params)
  return pageMetadata(context, { path: routes.home(), description: context.t('site.description') })
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
      {latest ? <Latest latest={latest} numbers={numbers} context={context} /> : <Empty context={context} />}
      <div className="mt-12 border-rule border-t pt-9">
        <SearchForm locale={locale} label={t('home.search')} />
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
          {marked.length === 0 && <p className="text-muted">{t('home.noCountries')}</p>}
          <WorldMap countries={marked} label={t('home.map')} locale={locale} />
          <div className="pt-4">
            <CountryList countries={marked} label={t('words.countries')} locale={locale} />
          </div>
        </PairedSection>
      </SectionPair>
      <Section
        id="editions"
        title={t('words.editions')}
        more={{ label: t('home.allForums'), href: inLocale(locale, routes.forums()) }}
      >
        {editions.length === 0 && <p className="text-muted">{t('home.noEditions')}</p>}
        <EditionList editions={editions} locale={locale} />
      </Section>
      <SourceList numbers={numbers} locale={locale} />
      <TranslationNote
        said={[latest?.theme ?? null, latest?.summary ?? null, ...statements.map(({ text }) => text)]}
        locale={locale}
      />
    </SitePage>
  )
}

/** The latest edition: what it was about, and who took part. */
function Latest(props: { latest: NonNullable<Home['latest']>; numbers: SourceNumbers; context: I18n }) {
  const { latest, numbers, context } = props
  const { t, locale } = context
  const { name, theme, summary, year } = latest
  const evidence = ['theme', 'summary'].flatMap((claim) => citationsFor(latest.citations, claim))
  return (
    <div className="grid items-center gap-x-14 gap-y-10 pt-12 lg:grid-cols-[minmax(0,1fr)_26rem] lg:pt-16">
      <div className="min-w-0">
        <p className="pb-2 font-semibold text-gold text-small">
          {t('home.latestEdition')}
          {theme && (
            <>
              {' · '}
              <SaidText said={name.name} locale={locale} />
            </>
          )}
        </p>
        <h1 className="text-display">
          <SaidText said={theme ?? name.name} locale={locale} />
        </h1>
        {summary && (
          <p className="prose pt-4 font-serif text-lede text-muted">
            <SaidText said={summary} locale={locale} />
            <CitationMarks citations={evidence} numbers={numbers} locale={locale} />
          </p>
        )}
        <p className="flex flex-wrap gap-3 pt-6">
          <ButtonLink href={inLocale(locale, name.path)} isMain>
            {year ? t('home.openYear', { year: String(year) }) : t('home.open')}
          </ButtonLink>
          <ButtonLink href={inLocale(locale, routes.sessions())}>{t('home.browseSessions')}</ButtonLink>
        </p>
      </div>
      <div>
        <Participation edition={latest} locale={locale} isListVisible={false} />
      </div>
    </div>
  )
}

/** What stands first while no edition is archived. */
function Empty({ context: { t } }: { context: I18n }) {
  return (
    <div className="pt-12 lg:pt-16">
      <h1 className="text-display">{t('site.tagline')}</h1>
      <p className="prose pt-4 font-serif text-lede text-muted">{t('site.description')}</p>
      <p className="pt-6">{t('home.empty')}</p>
    </div>
  )
}
