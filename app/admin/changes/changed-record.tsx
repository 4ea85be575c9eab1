import type { I18n } from '@/lib/i18n/translator'
import type { ListedChange } from '@/lib/revisions/change-list'
import { nounPlurals } from '@/lib/revisions/nouns'
import { routes, withQuery } from '@/lib/routes'

const WRITES = ['record.save', 'record.autosave', 'record.restore', 'record.merge']

/** A record that something was done to, with the way to it, or what it is called where it is in the bin. */
export function ChangedRecord(props: {
  record: ListedChange['record']
  version: number | null
  act: string
  i18n: I18n
}) {
  const { record, version, act, i18n } = props
  const { id, noun, title, parent, isBinned } = record
  const { t, locale } = i18n
  const inOther = (lang: string | undefined) => (lang === locale ? undefined : lang)
  const plural = nounPlurals[noun]
  const name = title?.text ?? t('deskLists.untitled')
  return (
    <>
      {isBinned ? (
        <span lang={inOther(title?.lang)}>{name}</span>
      ) : (
        <a className="quiet-link font-semibold" href={routes.record(plural, id)} lang={inOther(title?.lang)}>
          {name}
        </a>
      )}
      <p className="text-meta text-muted">
        {t(`deskLists.noun.${noun}`)}
        {parent && ' · '}
        {parent && <span lang={inOther(parent.lang)}>{parent.text}</span>}
        {isBinned && ` · ${t('deskHistory.changes.inBin')}`}
        {!isBinned && version !== null && version > 1 && WRITES.includes(act) && (
          <>
            {' · '}
            <a
              className="link"
              href={withQuery(routes.compareVersions(plural, id), { from: version - 1, to: version })}
              aria-label={`${name}: ${t('deskHistory.history.changesOf', { version })}`}
            >
              {t('deskHistory.history.changesOf', { version })}
            </a>
          </>
        )}
      </p>
    </>
  )
}
