import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { formatWhen } from '@/components/desk/when'
import { primary } from '@/components/form/button-styles'
import { Notice } from '@/components/form/notice'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { first } from '@/lib/pagination'
import { nounPlurals } from '@/lib/revisions/nouns'
import { planRestore, restorableFields } from '@/lib/revisions/restore'
import { routes, withQuery } from '@/lib/routes'
import { BackToRecord } from '../../back-to-record'
import { type RecordParams, readRecord } from '../../read-record'
import { DifferenceView } from '../../review/difference-view'
import { partLabel } from '../version-links'
import { restoreAction } from './actions'

type Props = { params: RecordParams; searchParams: Promise<Record<string, string | string[] | undefined>> }

const number = z.coerce.number().int().min(1)

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const version = number.safeParse(first((await searchParams).version)).data ?? 0
  return { title: (await deskI18n()).t('deskHistory.restore.title', { version }) }
}

/** What bringing a version back would change, before it is done; all of it, or one part. */
export default async function RestorePage({ params, searchParams }: Props) {
  await allowed('write')
  const record = await readRecord(params)
  const query = await searchParams
  const version = number.safeParse(first(query.version)).data ?? notFound()
  const whole = (await planRestore(record, version, null)) ?? notFound()
  const parts = restorableFields(whole.change)
  const field = parts.find((each) => each === first(query.field)) ?? null
  const plan = field ? await planRestore(record, version, field) : whole
  if (!plan) notFound()
  const i18n = await deskI18n()
  const { t, format } = i18n
  const { id, noun, lock } = record
  const path = routes.restoreVersion(nounPlurals[noun], id)
  const time = formatWhen(plan.savedAt, plan.change.timeZone, i18n)
  return (
    <div className="max-w-4xl">
      <BackToRecord record={record} title={t('deskHistory.restore.title', { version })} />
      {query.problem === 'stale' && <Notice isProblem>{t('deskHistory.restore.stale')}</Notice>}
      <p className="prose pt-4 text-muted">
        {field
          ? t('deskHistory.restore.ledeField', { time, field: partLabel(field, noun, i18n) })
          : t('deskHistory.restore.lede', { time })}
      </p>
      {plan.errors && <Notice isProblem>{t('deskHistory.restore.invalid')}</Notice>}
      {plan.binned.length > 0 && (
        <Notice isProblem>{t('deskHistory.restore.binned', { names: format.list(plan.binned) })}</Notice>
      )}
      <section aria-labelledby="change" className="pt-8">
        <h2 id="change" className="text-section">
          {t('deskHistory.restore.what')}
        </h2>
        {plan.change.difference.kind === 'same' ? (
          <p className="pt-3">{t('deskHistory.restore.same')}</p>
        ) : (
          <DifferenceView change={plan.change} noun={noun} i18n={i18n} />
        )}
      </section>
      {plan.change.difference.kind !== 'same' && !plan.errors && (
        <form action={restoreAction.bind(null, noun)} className="space-y-4 border-rule border-t pt-5">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="lock" value={lock} />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="field" value={field ?? ''} />
          <label className="block">
            <span className="font-semibold">{t('deskHistory.restore.why')}</span>
            <input
              name="why"
              maxLength={300}
              className="mt-1.5 block w-full rounded-small border border-field bg-sheet px-3 py-2"
            />
          </label>
          <button type="submit" className={primary}>
            {t('deskHistory.restore.submit')}
          </button>
        </form>
      )}
      {parts.length > 1 && (
        <nav aria-labelledby="parts" className="pt-8">
          <h2 id="parts" className="text-item">
            {t('deskHistory.restore.only')}
          </h2>
          <ul className="flex flex-wrap gap-x-5 pt-1">
            {[null, ...parts].map((part) => (
              <li key={part}>
                <a
                  className="link inline-block py-1"
                  href={withQuery(path, { version, field: part })}
                  aria-current={part === field ? 'true' : undefined}
                >
                  {part ? partLabel(part, noun, i18n) : t('deskHistory.restore.all')}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}
