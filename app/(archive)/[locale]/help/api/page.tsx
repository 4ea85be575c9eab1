import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { SitePage } from '@/components/chrome/site-page'
import { PageTitle } from '@/components/page-title'
import { Section } from '@/components/section'
import { apiExamples } from '@/lib/api/examples'
import type { FilterName } from '@/lib/api/filters'
import { apiNouns } from '@/lib/api/nouns'
import { pageContext } from '@/lib/i18n/page-context'
import { absolute, pageMetadata } from '@/lib/metadata'
import { type Path, routes } from '@/lib/routes'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext(params)
  const { t } = context
  return pageMetadata(context, {
    path: routes.apiHelp(),
    title: t('apiHelp.title'),
    description: t('apiHelp.description'),
  })
}

const usual = ['lang', 'fields', 'limit', 'cursor'] as const
const filters = [
  ...(['forum', 'edition', 'session', 'person', 'organisation', 'topic'] as const),
  ...(['country', 'language', 'from', 'to', 'updatedSince'] as const),
] satisfies FilterName[]
const examples = ['sessions', 'statements', 'changed', 'harvest'] as const
const expected = ['addresses', 'etag', 'errors', 'limits', 'sites'] as const

/** What programs can read of the archive, in plain words; its examples stand in lib/api/examples.ts and are tested. */
export default async function ApiHelpPage({ params }: Props) {
  const { t, locale } = await pageContext(params)
  return (
    <SitePage locale={locale} path={routes.apiHelp()} crumbs={[]}>
      <PageTitle title={t('apiHelp.title')} lede={<p>{t('apiHelp.lede')}</p>} />
      <Section id="api" title={t('apiHelp.api.title')}>
        <div className="prose">
          <p>{t('apiHelp.api.text')}</p>
          <p>
            {t('apiHelp.api.described')}: <Address path={routes.apiDescription()} />
          </p>
        </div>
      </Section>
      <Section id="examples" title={t('apiHelp.examples.title')}>
        <Rows
          rows={examples.map((name) => [
            t(`apiHelp.examples.${name}`),
            <Address key={name} path={apiExamples[name]} />,
          ])}
        />
        <p className="prose pt-5">{t('apiHelp.command')}</p>
        <pre className="wrap-anywhere mt-1.5 max-w-prose whitespace-pre-wrap rounded-small border border-rule bg-paper px-3 py-2.5 font-mono text-small">
          curl &quot;{absolute(apiExamples.sessions)}&quot;
        </pre>
      </Section>
      <Section id="records" title={t('apiHelp.records.title')}>
        <Rows
          rows={Object.values(apiNouns).map(({ plural, filters }) => [
            <Address key={plural} path={routes.apiRecords(plural)} />,
            <span key="filters" className="wrap-anywhere font-mono text-meta">
              {filters.join(', ')}
            </span>,
          ])}
        />
      </Section>
      <Section id="parameters" title={t('apiHelp.parameters.title')}>
        <Rows
          rows={[...usual, ...filters].map((name) => [
            <code key={name} className="text-meta">
              {name}
            </code>,
            t(`apiHelp.parameters.${name}`),
          ])}
        />
      </Section>
      <Section id="answers" title={t('apiHelp.answers.title')}>
        <div className="prose">
          {expected.map((name) => (
            <p key={name}>{t(`apiHelp.answers.${name}`)}</p>
          ))}
        </div>
      </Section>
      <Section id="harvest" title={t('apiHelp.harvest.title')}>
        <p className="prose">
          {t('apiHelp.harvest.text')} <code className="wrap-anywhere text-meta">{absolute(routes.oai())}</code>
        </p>
      </Section>
      <Section id="whole" title={t('apiHelp.whole.title')}>
        <div className="prose">
          <p>{t('apiHelp.whole.text')}</p>
          <p>
            {t('apiHelp.whole.link')}: <Address path={routes.archiveFile()} />
          </p>
          <p>
            {t('apiHelp.whole.edition')} <code className="wrap-anywhere text-meta">{routes.editionFile('…')}</code>
          </p>
        </div>
      </Section>
    </SitePage>
  )
}

/** An address of the interfaces, as it is asked for. */
function Address({ path }: { path: Path }) {
  return (
    <a className="link wrap-anywhere font-mono text-meta" href={path}>
      {path}
    </a>
  )
}

/** Terms beside what they mean; on narrow screens one above the other. */
function Rows({ rows }: { rows: [ReactNode, ReactNode][] }) {
  return (
    <dl className="grid gap-x-8 sm:grid-cols-[minmax(0,17rem)_minmax(0,44em)]">
      {rows.map(([term, meaning], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are the same each time
        <div key={at} className="border-rule border-t py-2.5 sm:col-span-2 sm:grid sm:grid-cols-subgrid">
          <dt>{term}</dt>
          <dd className="pt-1 sm:pt-0">{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
