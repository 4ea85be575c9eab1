import { HistoryList } from '@/components/desk/history-list'
import type { I18n } from '@/lib/i18n/translator'
import { deskTimeZone } from '@/lib/revisions/desk-zone'
import type { RecordForEdit } from '@/lib/revisions/edit-queries'
import { recentHistory } from '@/lib/revisions/history'
import { nounPlurals } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'

/** What was last done to a record, with the way to all of it. */
export async function RecentHistory(props: { record: RecordForEdit; userId: string; i18n: I18n }) {
  const { record, userId, i18n } = props
  const [entries, timeZone] = await Promise.all([recentHistory(record.id), deskTimeZone()])
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="text-item">
        <a className="link" href={routes.recordHistory(nounPlurals[record.noun], record.id)}>
          {i18n.t('deskLists.history.title')}
        </a>
      </h2>
      <HistoryList entries={entries} userId={userId} timeZone={timeZone} i18n={i18n} />
    </section>
  )
}
