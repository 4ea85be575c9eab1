import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { secondary } from '@/components/form/button-styles'
import { Notice } from '@/components/form/notice'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { may } from '@/lib/auth/permissions'
import { allowed } from '@/lib/auth/signed-in'
import { getBatch } from '@/lib/batches/queries'
import { pageNumber } from '@/lib/pagination'
import { deskTimeZone } from '@/lib/revisions/desk-zone'
import { routes } from '@/lib/routes'
import { undoBatchAction } from '../actions'
import { batchHistory, batchInWords } from '../batch-words'
import { permissionToUndo } from '../permission-to-undo'
import { BatchRecords } from './batch-records'
import { LeftBehindList } from './left-behind-list'

type Props = {
  params: Promise<{ batch: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskBatches.batches.title') }
}

const DONE = ['merged', 'undone', 'changed'] as const
const PROBLEMS = ['gone', 'alreadyUndone', 'mergedSince', 'conflict'] as const

/** Something that was done to many records at once: what, to which, and the way back. */
export default async function BatchPage({ params, searchParams }: Props) {
  const user = await allowed('write')
  const id = z.uuid().safeParse((await params).batch).data
  const batch = id ? await getBatch(id) : null
  if (!batch) notFound()
  const query = await searchParams
  const i18n = await deskI18n()
  const { t } = i18n
  const page = pageNumber(query)
  const timeZone = await deskTimeZone()
  const done = DONE.find((each) => each === query.done)
  const skipped = z.coerce.number().int().min(1).max(1000).catch(0).parse(query.skipped)
  const problem = PROBLEMS.find((each) => each === query.problem)
  return (
    <div className="max-w-4xl">
      <p className="text-meta">
        <a className="link inline-block py-1" href={routes.batches()}>
          {t('deskBatches.batches.title')}
        </a>
      </p>
      <h1 className="text-title [overflow-wrap:anywhere]">{batchInWords(batch, i18n)}</h1>
      {batchHistory(batch, timeZone, i18n).map((line) => (
        <p key={line} className="pt-1 text-meta text-muted">
          {line}
        </p>
      ))}
      {done && <Notice>{t(`deskBatches.batches.done.${done}`)}</Notice>}
      {skipped > 0 && <Notice isProblem>{t('deskBulk.skipped', { count: skipped })}</Notice>}
      {problem && <Notice isProblem>{t(`deskBatches.batches.problem.${problem}`)}</Notice>}
      {batch.undoneAt === null && may(user, permissionToUndo(batch)) && (
        <form action={undoBatchAction} className="pt-6">
          <input type="hidden" name="batch" value={batch.id} />
          <p className="prose pb-3 text-muted">{t('deskBatches.batches.undoText')}</p>
          <button type="submit" className={secondary}>
            {t('deskBatches.batches.undo')}
          </button>
        </form>
      )}
      {batch.left.length > 0 && <LeftBehindList batch={batch} i18n={i18n} />}
      <BatchRecords
        {...{ batch, page, timeZone, i18n }}
        title={t('deskBatches.batches.records')}
        path={routes.batch(batch.id)}
      />
    </div>
  )
}
