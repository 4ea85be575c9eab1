import { RecordRow } from '@/components/desk/record-row'
import { Pagination } from '@/components/pagination'
import { BATCH_PAGE, listBatchRecords, type ShownBatch } from '@/lib/batches/queries'
import type { I18n } from '@/lib/i18n/translator'
import { paged } from '@/lib/pagination'
import type { Path } from '@/lib/routes'

type Props = { batch: ShownBatch; title: string; page: number; path: Path; timeZone: string; i18n: I18n }

/** The records that something was done to at once, a page at a time. */
export async function BatchRecords({ batch, title, page, path, timeZone, i18n }: Props) {
  const records = await listBatchRecords(batch.id, page, i18n.locale)
  if (!records.length) return null
  return (
    <>
      <h2 className="pt-8 pb-3 text-section">{title}</h2>
      <ol className="pb-4">
        {records.map((record) => (
          <RecordRow key={record.id} record={record} i18n={i18n} timeZone={timeZone} showsNoun />
        ))}
      </ol>
      <Pagination page={page} pages={paged([], batch.count, page, BATCH_PAGE).pages} path={path} locale={i18n.locale} />
    </>
  )
}
