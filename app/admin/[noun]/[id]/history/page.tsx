import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { HistoryList } from '@/components/desk/history-list'
import { RecordTitle } from '@/components/desk/record-title'
import { StateLabels } from '@/components/desk/state-labels'
import { Pagination } from '@/components/pagination'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { pageNumber } from '@/lib/pagination'
import { deskTimeZone } from '@/lib/revisions/desk-zone'
import { listHistory } from '@/lib/revisions/history'
import { listedRecords } from '@/lib/revisions/list-queries'
import { nounOf, nounPlurals } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'
import { CompareForm } from './compare-form'
import { VersionLinks } from './version-links'

type Props = {
  params: Promise<{ noun: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskLists.history.title') }
}

/** What was done to a record, by whom and when. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const user = await allowed('write')
  const { noun: plural, id: asked } = await params
  const noun = nounOf(plural)
  const id = z.uuid().safeParse(asked).data
  if (!noun || !id) notFound()
  const i18n = await deskI18n()
  const { t, locale } = i18n
  const [[record], history, timeZone] = await Promise.all([
    listedRecords([id], locale),
    listHistory(id, pageNumber(await searchParams)),
    deskTimeZone(),
  ])
  if (record?.noun !== noun) notFound()
  const path = routes.record(nounPlurals[noun], id)
  return (
    <>
      <p className="text-meta">
        <a className="link inline-block py-1" href={path}>
          {t('deskLists.history.back')}
        </a>
      </p>
      <h1 className="text-title">{t('deskLists.history.title')}</h1>
      <div className="pt-3">
        <RecordTitle record={record} i18n={i18n} showsNoun />
      </div>
      <p className="pt-1">
        <StateLabels standing={record} i18n={i18n} />
      </p>
      <p className="prose pt-3 text-muted">{t('deskLists.history.lede')}</p>
      <CompareForm path={routes.compareVersions(nounPlurals[noun], id)} newest={record.version} t={t} />
      <HistoryList
        entries={history.items}
        userId={user.id}
        timeZone={timeZone}
        i18n={i18n}
        more={(entry) => <VersionLinks entry={entry} noun={noun} id={id} newest={record.version} i18n={i18n} />}
      />
      <Pagination
        page={history.page}
        pages={history.pages}
        path={routes.recordHistory(nounPlurals[noun], id)}
        locale={locale}
      />
      <p className="pt-6 text-muted text-small">{t('deskLists.zone', { zone: timeZone })}</p>
    </>
  )
}
