import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { formatWhen } from '@/components/desk/when'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { first } from '@/lib/pagination'
import { changeBetween, readRevision } from '@/lib/revisions/change'
import { nounPlurals } from '@/lib/revisions/nouns'
import { routes, withQuery } from '@/lib/routes'
import { BackToRecord } from '../../back-to-record'
import { type RecordParams, readRecord } from '../../read-record'
import { DifferenceView } from '../../review/difference-view'
import { CompareForm } from '../compare-form'

type Props = { params: RecordParams; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskHistory.compare.title') }
}

const asked = z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) })

/** Two versions of a record, field by field. */
export default async function ComparePage({ params, searchParams }: Props) {
  await allowed('write')
  const record = await readRecord(params)
  const query = await searchParams
  const { from, to } = asked.safeParse({ from: first(query.from), to: first(query.to) }).data ?? notFound()
  const { id, noun, version } = record
  const [before, after] = await Promise.all([readRevision(id, from), readRevision(id, to)])
  if (!before || !after) notFound()
  const i18n = await deskI18n()
  const { t } = i18n
  const change = await changeBetween(record, before.content, after.content)
  const plural = nounPlurals[noun]
  const time = (at: Date) => formatWhen(at, change.timeZone, i18n)
  return (
    <div className="max-w-4xl">
      <BackToRecord record={record} title={t('deskHistory.compare.title')} />
      <CompareForm path={routes.compareVersions(plural, id)} newest={version} from={from} to={to} t={t} />
      <section aria-labelledby="change" className="pt-8">
        <h2 id="change" className="font-sans text-meta text-muted">
          {t('deskHistory.compare.between', {
            ...{ from, fromTime: time(before.createdAt), to, toTime: time(after.createdAt) },
          })}
        </h2>
        {change.difference.kind === 'same' ? (
          <p className="pt-3">{t('deskHistory.compare.same')}</p>
        ) : (
          <DifferenceView change={change} noun={noun} i18n={i18n} />
        )}
      </section>
      <ul className="flex flex-wrap gap-x-6 border-rule border-t pt-3">
        {[...new Set([from, to])]
          .filter((each) => each < version)
          .map((each) => (
            <li key={each}>
              <a
                className="link inline-block py-1"
                href={withQuery(routes.restoreVersion(plural, id), { version: each })}
              >
                {t('deskHistory.compare.restoreThis', { version: each })}
              </a>
            </li>
          ))}
        <li>
          <a className="link inline-block py-1" href={routes.recordHistory(plural, id)}>
            {t('deskHistory.compare.back')}
          </a>
        </li>
      </ul>
      <p className="pt-6 text-muted text-small">{t('deskLists.zone', { zone: change.timeZone })}</p>
    </div>
  )
}
