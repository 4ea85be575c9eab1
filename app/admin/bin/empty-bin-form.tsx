import { QuietButton } from '@/components/form/quiet-button'
import type { Translate } from '@/lib/i18n/translator'
import { emptyBinAction } from './actions'

/** Removes for good what is in the bin: only what was there when the page was made, and only on a second word. */
export function EmptyBinForm({ seenAt, t }: { seenAt: Date; t: Translate }) {
  return (
    <section aria-labelledby="empty" className="mt-8 rounded-card border border-gold p-4">
      <h2 id="empty" className="text-item">
        {t('deskHistory.bin.emptyTitle')}
      </h2>
      <p className="prose pt-1 text-meta">{t('deskHistory.bin.emptyText')}</p>
      <form action={emptyBinAction} className="space-y-3 pt-3">
        <input type="hidden" name="before" value={seenAt.toISOString()} />
        <label className="flex items-baseline gap-2.5">
          <input type="checkbox" name="sure" required />
          {t('deskHistory.bin.emptySure')}
        </label>
        <QuietButton>{t('deskHistory.bin.emptySubmit')}</QuietButton>
      </form>
    </section>
  )
}
