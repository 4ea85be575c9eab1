import type { Metadata } from 'next'
import { formatWhen } from '@/components/desk/when'
import { FilterForm } from '@/components/filter-form'
import { Notice } from '@/components/form/notice'
import { Pagination } from '@/components/pagination'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { listReports } from '@/lib/corrections/queries'
import { shorten } from '@/lib/metadata'
import { first, pageNumber } from '@/lib/pagination'
import { deskTimeZone } from '@/lib/revisions/desk-zone'
import { nouns } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'
import { CorrectionState } from '@/prisma/client/enums'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('corrections.desk.title') }
}

/** What readers reported; what waits for an answer unless the address asks for something else. */
export default async function ReportsPage({ searchParams }: Props) {
  await allowed('publish')
  const query = await searchParams
  const i18n = await deskI18n()
  const { t, locale } = i18n
  const state = Object.values(CorrectionState).find((each) => each === first(query.state)) ?? 'open'
  const noun = nouns.find((each) => each === first(query.noun)) ?? null
  const [reports, timeZone] = await Promise.all([
    listReports({ state, noun }, pageNumber(query), locale),
    deskTimeZone(),
  ])
  return (
    <>
      <h1 className="text-title">{t('corrections.desk.title')}</h1>
      <p className="prose pt-3 text-muted">{t('corrections.desk.intro')}</p>
      {first(query.done) === 'answered' && <Notice>{t('corrections.desk.done')}</Notice>}
      <FilterForm
        path={routes.reports()}
        locale={locale}
        fields={[
          {
            name: 'state',
            label: t('corrections.desk.state'),
            chosen: state === 'open' ? null : state,
            none: t('corrections.desk.states.open'),
            choices: (['accepted', 'declined', 'discarded'] as const).map((value) => ({
              value,
              label: t(`corrections.desk.states.${value}`),
            })),
          },
          {
            name: 'noun',
            label: t('corrections.desk.noun'),
            chosen: noun,
            choices: nouns.map((value) => ({ value, label: t(`deskPublish.nouns.${value}`) })),
          },
        ]}
      />
      <p className="pt-6 text-meta text-muted">{t('corrections.desk.count', { count: reports.total })}</p>
      <ol className="pt-3 pb-6">
        {reports.items.map((report) => (
          <li key={report.id} className="border-rule border-t py-3 [overflow-wrap:anywhere]">
            <p>
              <a className="link font-semibold" href={routes.report(report.id)} lang={report.title?.lang}>
                {report.title?.text ?? t('corrections.desk.untitled')}
              </a>
              <span className="ms-2 text-meta text-muted">{t(`deskPublish.nouns.${report.noun}`)}</span>
            </p>
            <p>{shorten(report.wrong, 160)}</p>
            <p className="text-meta text-muted">
              <time dateTime={report.createdAt.toISOString()}>{formatWhen(report.createdAt, timeZone, i18n)}</time>
            </p>
          </li>
        ))}
      </ol>
      <Pagination
        page={reports.page}
        pages={reports.pages}
        path={routes.reports()}
        query={{ state: state === 'open' ? null : state, noun }}
        locale={locale}
      />
    </>
  )
}
