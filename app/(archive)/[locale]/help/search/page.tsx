import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { SitePage } from '@/components/chrome/site-page'
import { PageTitle } from '@/components/page-title'
import { ExampleLink } from '@/components/search/example-links'
import { SearchForm } from '@/components/search-form'
import { Section } from '@/components/section'
import type { Locale } from '@/lib/i18n/locales'
import { pageContext } from '@/lib/i18n/page-context'
import { i18n } from '@/lib/i18n/translator'
import { pageMetadata } from '@/lib/metadata'
import { routes } from '@/lib/routes'
import type { SearchExample } from '@/lib/search/examples'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext(params)
  const { t } = context
  return pageMetadata(context, {
    path: routes.searchHelp(),
    title: t('search.help.title'),
    description: t('search.help.description'),
  })
}

const fields = ['speaker', 'organisation', 'topic', 'edition', 'country', 'kind', 'language', 'dates'] as const
const jsonKeys = ['search', 'total', 'limit', 'correction', 'without', 'results'] as const

/** The query language in plain words; its examples stand in lib/search/examples.ts and are tested. */
export default async function SearchHelpPage({ params }: Props) {
  const { t, locale } = await pageContext(params)
  const part = 'search.help.parts'
  return (
    <SitePage locale={locale} path={routes.searchHelp()} crumbs={[{ label: t('search.title'), path: routes.search() }]}>
      <PageTitle title={t('search.help.title')} lede={<p>{t('search.help.lede')}</p>} />
      <div className="pt-8">
        <SearchForm locale={locale} />
      </div>
      <Section id="words" title={t(`${part}.words.title`)}>
        <ExampleTable
          locale={locale}
          rows={[
            ['words', t(`${part}.words.words`)],
            ['forms', t(`${part}.words.forms`)],
            ['beginning', t(`${part}.words.beginning`)],
          ]}
        />
      </Section>
      <Section id="names" title={t(`${part}.names.title`)}>
        <ExampleTable
          locale={locale}
          rows={[
            ['name', t(`${part}.names.name`)],
            ['place', t(`${part}.names.place`)],
            ['misspelt', t(`${part}.names.misspelt`)],
          ]}
        />
      </Section>
      <Section id="operators" title={t(`${part}.operators.title`)}>
        <ExampleTable
          locale={locale}
          rows={[
            ['phrase', t(`${part}.operators.phrase`)],
            ['without', t(`${part}.operators.without`)],
            ['either', t(`${part}.operators.either`)],
          ]}
        />
      </Section>
      <Section id="fields" title={t(`${part}.fields.title`)}>
        <p className="prose pb-5">{t(`${part}.fields.text`)}</p>
        <ExampleTable locale={locale} rows={fields.map((field) => [field, t(`${part}.fields.${field}`)])} />
      </Section>
      <Section id="results" title={t('search.help.results.title')}>
        <div className="prose">
          <p>{t('search.help.results.order')}</p>
          <p>{t('search.help.results.filters')}</p>
          <p>{t('search.help.results.address')}</p>
          <p>{t('search.help.noLimit')}</p>
        </div>
      </Section>
      <Section id="keys" title={t('search.help.keys.title')}>
        <div className="prose">
          <p>{t('search.help.keys.slash')}</p>
          <p>{t('search.help.keys.arrows')}</p>
        </div>
      </Section>
      <Section id="data" title={t('search.help.data.title')}>
        <div className="prose">
          <p>{t('search.help.data.text')}</p>
          <p>{t('search.help.data.keys')}</p>
        </div>
        <dl className="grid gap-x-8 pt-4 sm:grid-cols-[9rem_minmax(0,44em)]">
          {jsonKeys.map((key) => (
            <div key={key} className="border-rule border-t py-2.5 sm:col-span-2 sm:grid sm:grid-cols-subgrid">
              <dt>
                <code className="text-meta">{key}</code>
              </dt>
              <dd>{t(`search.help.data.key.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </SitePage>
  )
}

/** What is typed beside what it means; on narrow screens one above the other. */
function ExampleTable({ rows, locale }: { rows: [SearchExample, ReactNode][]; locale: Locale }) {
  const { t } = i18n(locale)
  return (
    <dl className="grid gap-x-8 sm:grid-cols-[minmax(0,17rem)_minmax(0,44em)]">
      {rows.map(([example, meaning]) => (
        <div key={example} className="border-rule border-t py-3 sm:col-span-2 sm:grid sm:grid-cols-subgrid">
          <dt>
            <span className="sr-only">{t('search.help.example')}: </span>
            <ExampleLink name={example} locale={locale} />
          </dt>
          <dd className="pt-1.5 sm:pt-0">{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
