import { HistoryList } from '@/components/desk/history-list'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { deskTimeZone } from '@/lib/revisions/desk-zone'
import type { RecordForEdit } from '@/lib/revisions/edit-queries'
import { recentHistory } from '@/lib/revisions/history'
import { nounPlurals } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'

/** The last of what was done to a record, with a way to all of it. */
export async function RecentHistory({ record, userId }: { record: RecordForEdit; userId: string }) {
  const i18n = await deskI18n()
  const { t } = i18n
  const [entries, timeZone] = await Promise.all([recentHistory(record.id, 5), deskTimeZone()])
  return (
    <section aria-labelledby="recent-history">
      <h2 id="recent-history" className="text-item">
        {t('deskLists.history.title')}
      </h2>
      <HistoryList {...{ entries, userId, timeZone, i18n }} />
      <a className="link text-meta" href={routes.recordHistory(nounPlurals[record.noun], record.id)}>
        {t('deskLists.history.all')}
      </a>
    </section>
  )
}
