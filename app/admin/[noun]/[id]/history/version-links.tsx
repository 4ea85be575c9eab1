import type { I18n } from '@/lib/i18n/translator'
import type { HistoryEntry } from '@/lib/revisions/history'
import { type Noun, nounPlurals } from '@/lib/revisions/nouns'
import { routes, withQuery } from '@/lib/routes'
import { fieldLabel } from '../review/value-text'

/** What wrote a version: of these the change can be looked at, and the version brought back. */
const WRITTEN = ['record.create', 'record.save', 'record.autosave', 'record.adopt', 'record.restore', 'record.merge']

/** Where the version of an entry came from, and what can be done with it. */
export function VersionLinks(props: { entry: HistoryEntry; noun: Noun; id: string; newest: number; i18n: I18n }) {
  const { entry, noun, id, newest, i18n } = props
  const { version, from, act } = entry
  const { t } = i18n
  if (version === null || !(WRITTEN.includes(act) || act === 'record.publish')) return null
  const plural = nounPlurals[noun]
  return (
    <>
      <CameFrom act={act} from={from} field={entry.field} noun={noun} i18n={i18n} />
      <p className="flex flex-wrap gap-x-5 text-meta">
        {version > 1 && (
          <a
            className="link py-1"
            href={withQuery(routes.compareVersions(plural, id), { from: version - 1, to: version })}
            aria-label={t('deskHistory.history.changesOf', { version })}
          >
            {t('deskHistory.history.changes')}
          </a>
        )}
        {version < newest && (
          <a
            className="link py-1"
            href={withQuery(routes.restoreVersion(plural, id), { version })}
            aria-label={t('deskHistory.history.restoreOf', { version })}
          >
            {t('deskHistory.history.restore')}
          </a>
        )}
      </p>
    </>
  )
}

function CameFrom(props: { act: string; from: number | null; field: string | null; noun: Noun; i18n: I18n }) {
  const { act, from, field, noun, i18n } = props
  const { t } = i18n
  if (from === null) return null
  const said =
    act === 'record.merge'
      ? t('deskHistory.history.merged', { version: from })
      : field
        ? t('deskHistory.history.restoredField', { version: from, field: partLabel(field, noun, i18n) })
        : t('deskHistory.history.restored', { version: from })
  return <p className="text-meta">{said}</p>
}

/** What a part of a record is called that can come back alone: a field, or the texts of a language. */
export function partLabel(field: string, noun: Noun, i18n: I18n): string {
  const [name = '', language] = field.split('.')
  const naming = { noun, labels: {}, timeZone: 'UTC', i18n }
  return language ? fieldLabel(language, name, naming) : fieldLabel(name, '', naming)
}
