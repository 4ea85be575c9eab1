import type { ReactNode } from 'react'
import type { I18n } from '@/lib/i18n/translator'
import { recordActInWords } from '@/lib/revisions/act-words'
import type { HistoryEntry } from '@/lib/revisions/history'
import { formatWhen, When } from './when'

/** What was done to a record: who, what, when, to which version, and why. `more` stands below an entry. */
export function HistoryList(props: {
  entries: HistoryEntry[]
  userId: string
  timeZone: string
  i18n: I18n
  more?: (entry: HistoryEntry) => ReactNode
}) {
  const { entries, userId, timeZone, i18n } = props
  const { t, locale } = i18n
  if (!entries.length) return <p className="prose pt-6 text-muted">{t('deskLists.history.empty')}</p>
  const nameOf = (actor: HistoryEntry['actor']) => {
    if (!actor) return t('deskLists.archive')
    return actor.id === userId ? t('deskLists.you') : (actor.name ?? t('deskLists.formerUser'))
  }
  return (
    <ol className="pt-4 pb-6">
      {entries.map((entry) => {
        const { id, at, act, actor, version, notes, scheduled } = entry
        return (
          <li key={id} className="border-rule border-t py-2.5 [overflow-wrap:anywhere]">
            <p>{t('deskLists.who', { who: nameOf(actor), act: recordActInWords(act, t) ?? act })}</p>
            <p className="text-meta text-muted">
              <When at={at} timeZone={timeZone} i18n={i18n} />
              {version !== null && ` · ${t('deskLists.history.version', { version })}`}
            </p>
            {scheduled && (
              <p className="text-meta">
                {t(scheduled.act === 'publish' ? 'deskLists.history.publishAt' : 'deskLists.history.withdrawAt', {
                  when: formatWhen(scheduled.at, timeZone, i18n),
                })}
              </p>
            )}
            {notes.map(({ text, lang }) => (
              <p
                key={`${lang} ${text}`}
                className="prose pt-1 text-meta"
                lang={lang && lang !== locale ? lang : undefined}
              >
                {t('deskLists.history.note', { text })}
              </p>
            ))}
            {props.more?.(entry)}
          </li>
        )
      })}
    </ol>
  )
}
