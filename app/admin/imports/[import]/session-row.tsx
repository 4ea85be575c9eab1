import { placeInWords } from '@/lib/import/problem-in-words'
import type { SessionItem } from '@/lib/import/rehearsal'
import { nounPlurals } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'
import { FieldChanges, FieldConflicts } from './field-changes'
import { KeptBack } from './kept-back'
import type { View } from './sections'

/** A session of the file: whether it is new, what changes in it, what is in conflict, what keeps it a draft. */
export function SessionRow({ item, timeZone, i18n }: Pick<View, 'timeZone' | 'i18n'> & { item: SessionItem }) {
  const { t } = i18n
  const { changes, conflicts, blocked, recordId } = item
  return (
    <>
      <SessionHead item={item} timeZone={timeZone} i18n={i18n} />
      <p className="text-meta">
        <span className={item.action === 'create' ? 'text-accent' : 'text-gold'}>
          {t(`deskImport.action.${item.action}`)}
        </span>
        {item.why && <span className="text-muted"> · {t(`deskImport.known.${item.why}`)}</span>}
        <span className="text-muted"> · {placeInWords(item.place, i18n)}</span>
      </p>
      <KeptBack blocked={blocked} isKnown={recordId !== null} i18n={i18n} />
      {recordId && changes.length > 0 && <FieldChanges noun="session" {...{ changes, timeZone, i18n }} />}
      {conflicts.length > 0 && <FieldConflicts noun="session" {...{ conflicts, timeZone, i18n }} />}
    </>
  )
}

/** Its title, when and where. */
export function SessionHead({ item, timeZone, i18n }: Pick<View, 'timeZone' | 'i18n'> & { item: SessionItem }) {
  const { title, recordId, startsAt, room } = item
  const when = startsAt && whenInWords(startsAt, timeZone, i18n)
  return (
    <>
      {recordId ? (
        <a className="link font-semibold" href={routes.record(nounPlurals.session, recordId)}>
          {title}
        </a>
      ) : (
        <span className="font-semibold">{title}</span>
      )}
      {(when || room) && <p className="text-meta text-muted">{[when, room].filter(Boolean).join(' · ')}</p>}
    </>
  )
}

/** An instant in the edition's zone; a time whose zone nobody has said yet as the file has it. */
function whenInWords(at: string, timeZone: string, { format }: View['i18n']): string {
  if (/^\d{4}-\d\d-\d\d$/.test(at)) return format.dateTime(new Date(at), { dateStyle: 'medium', timeZone: 'UTC' })
  const isInstant = /Z$|[+-]\d\d:\d\d$/.test(at)
  return format.dateTime(new Date(isInstant ? at : `${at}Z`), {
    ...{ dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' },
    timeZone: isInstant ? timeZone : 'UTC',
  })
}
