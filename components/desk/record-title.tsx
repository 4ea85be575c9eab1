import type { I18n } from '@/lib/i18n/translator'
import type { ListedRecord } from '@/lib/revisions/list-queries'
import { nounPlurals } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'

/** A record by its title, in the language it is in, as the link to its form; and what it belongs to. */
export function RecordTitle(props: { record: ListedRecord; i18n: I18n; showsNoun?: boolean }) {
  const { noun, id, title, parent } = props.record
  const { t, locale } = props.i18n
  const inOther = (lang: string | undefined) => (lang === locale ? undefined : lang)
  return (
    <div className="min-w-0 [overflow-wrap:anywhere]">
      <a className="quiet-link font-semibold" href={routes.record(nounPlurals[noun], id)} lang={inOther(title?.lang)}>
        {title?.text ?? t('deskLists.untitled')}
      </a>
      {(props.showsNoun || parent) && (
        <p className="text-meta text-muted">
          {props.showsNoun && t(`deskLists.noun.${noun}`)}
          {props.showsNoun && parent && ' · '}
          {parent && <span lang={inOther(parent.lang)}>{parent.text}</span>}
        </p>
      )}
    </div>
  )
}
