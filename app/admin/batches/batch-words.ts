import { z } from 'zod'
import { formatWhen } from '@/components/desk/when'
import type { ShownBatch } from '@/lib/batches/queries'
import { bulkActs } from '@/lib/bulk/change'
import type { I18n } from '@/lib/i18n/translator'
import { titleIn } from '@/lib/revisions/edit-labels'

const titles = z.record(z.string(), z.string()).catch({})
const merged = z.object({ titles: z.object({ kept: titles, gone: titles }) })

const imported = z.object({ file: z.string() })
const changed = z.object({ act: z.enum(bulkActs) })

/** What was done, in a sentence. */
export function batchInWords({ kind, summary }: ShownBatch, { t, locale }: I18n): string {
  const act = kind === 'bulk' ? changed.safeParse(summary).data?.act : undefined
  if (act) return t('deskBatches.batches.bulk', { what: t(`deskBulk.act.${act}`) })
  if (kind === 'import') return t('deskBatches.batches.import', { file: imported.safeParse(summary).data?.file ?? '' })
  const read = kind === 'merge' ? merged.safeParse(summary).data : undefined
  if (!read) return t('deskBatches.batches.paste')
  const called = (of: Record<string, string>) => titleIn(of, locale)?.title ?? t('deskLists.untitled')
  return t('deskBatches.batches.merge', { kept: called(read.titles.kept), gone: called(read.titles.gone) })
}

/** Who did it when, and who undid it. */
export function batchHistory(batch: ShownBatch, timeZone: string, i18n: I18n): string[] {
  const { t } = i18n
  const who = (name: string | null) => name ?? t('deskLists.archive')
  const done = { who: who(batch.by), when: formatWhen(batch.createdAt, timeZone, i18n) }
  const undone = batch.undoneAt && { who: who(batch.undoneBy), when: formatWhen(batch.undoneAt, timeZone, i18n) }
  return [t('deskBatches.batches.by', done), ...(undone ? [t('deskBatches.batches.undone', undone)] : [])]
}
