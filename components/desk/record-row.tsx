import type { ReactNode } from 'react'
import type { I18n } from '@/lib/i18n/translator'
import type { ListedRecord } from '@/lib/revisions/list-queries'
import { RecordTitle } from './record-title'
import { StateLabels } from './state-labels'
import { When } from './when'

/** A record in a list of the desk: what it is, how it stands, who changed it when. `note` stands below its title. */
export function RecordRow(props: {
  record: ListedRecord
  i18n: I18n
  timeZone: string
  showsNoun?: boolean
  note?: ReactNode
  /** Makes it one that can be ticked: the name of the box. */
  tick?: string
}) {
  const { record, i18n, timeZone } = props
  const { t } = i18n
  return (
    <li className="grid gap-x-6 gap-y-1 border-rule border-t py-3 sm:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="flex min-w-0 gap-x-3">
        {props.tick && (
          <input
            type="checkbox"
            name={props.tick}
            value={record.id}
            aria-label={t('deskBulk.select', { title: record.title?.text ?? t('deskLists.untitled') })}
            className="mt-1 size-6 shrink-0"
          />
        )}
        <div className="min-w-0">
          <RecordTitle record={record} i18n={i18n} showsNoun={props.showsNoun ?? false} />
          {props.note}
        </div>
      </div>
      <div>
        <StateLabels standing={record} i18n={i18n} />
        <p className="pt-0.5 text-meta text-muted">
          <When at={record.changedAt} timeZone={timeZone} i18n={i18n} />
          <span className="block [overflow-wrap:anywhere]">
            {record.changedBy === null
              ? t('deskLists.changedByArchive')
              : t('deskLists.changedBy', { who: record.changedBy })}
          </span>
        </p>
      </div>
    </li>
  )
}
