import { z } from 'zod'
import { RecordTitle } from '@/components/desk/record-title'
import type { ShownBatch } from '@/lib/batches/queries'
import type { I18n } from '@/lib/i18n/translator'
import { titleIn } from '@/lib/revisions/edit-labels'
import { listedRecords } from '@/lib/revisions/list-queries'
import type { Noun } from '@/lib/revisions/nouns'
import { fieldLabel } from '../../[noun]/[id]/review/value-text'

const MOST = 200
const summaryOf = z.object({ titles: z.object({ kept: z.record(z.string(), z.string()) }) })

/** What undoing a batch left as it was, record by record, with why. */
export async function LeftBehindList({ batch, i18n }: { batch: ShownBatch; i18n: I18n }) {
  const { t, locale } = i18n
  const left = batch.left.slice(0, MOST)
  const records = await listedRecords([...new Set(left.map(({ recordId }) => recordId))], locale)
  const byId = new Map(records.map((record) => [record.id, record]))
  const keptTitle = titleIn(summaryOf.safeParse(batch.summary).data?.titles.kept ?? {}, locale)?.title ?? ''
  const inWords = (noun: Noun, { fields, why }: (typeof left)[number]) => {
    if (why === 'mentionedSince' && batch.kind === 'import') return t('deskBatches.batches.leftNeeded')
    if (why === 'mentionedSince') return t('deskBatches.batches.leftMentioned', { title: keptTitle })
    if (why === 'slugTaken') return t('deskBatches.batches.leftSlug')
    const naming = { noun, labels: {}, timeZone: 'UTC', i18n }
    const named = [...new Set(fields.map((path) => fieldLabel(path.split('.')[0] ?? path, '', naming)))]
    return named.length
      ? t('deskBatches.batches.leftFields', { fields: named.join(', ') })
      : t('deskBatches.batches.leftWhole')
  }
  return (
    <section aria-labelledby="left" className="mt-8 rounded-card border-2 border-gold bg-gold-wash p-4">
      <h2 id="left" className="font-semibold">
        {t('deskBatches.batches.left')}
      </h2>
      <ul>
        {left.map((each) => {
          const record = byId.get(each.recordId)
          return record ? (
            <li key={`${each.recordId} ${each.why}`} className="pt-3">
              <RecordTitle record={record} i18n={i18n} showsNoun />
              <p>{inWords(record.noun, each)}</p>
            </li>
          ) : null
        })}
      </ul>
    </section>
  )
}
