import type { PersonItem } from '@/lib/import/rehearsal'
import { nounPlurals } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'
import { FieldChanges, FieldConflicts } from './field-changes'
import { KeptBack } from './kept-back'
import type { View } from './sections'

type Props = Pick<View, 'timeZone' | 'i18n'> & { item: PersonItem }

/** A person of the file: new, or whom of the archive they are taken for and why. */
export function PersonRow({ item, timeZone, i18n }: Props) {
  const { t } = i18n
  const { name, action, why, recordId, changes, conflicts, candidates } = item
  const taken = candidates.find(({ id }) => id === recordId)
  return (
    <>
      <p>
        <span className="font-semibold">{name}</span>{' '}
        <span className="text-meta text-muted">{inSessions(item, i18n)}</span>
      </p>
      <p className="text-meta">
        {t(`deskImport.person.${action}`)}
        {recordId && (
          <>
            {' '}
            <a className="link" href={routes.record(nounPlurals.person, recordId)} lang={taken?.lang}>
              {taken?.title ?? name}
            </a>
          </>
        )}
        {why && <span className="text-muted"> · {t(`deskImport.why.${why}`)}</span>}
      </p>
      <KeptBack blocked={item.blocked} isKnown={recordId !== null} i18n={i18n} />
      {recordId && changes.length > 0 && <FieldChanges noun="person" {...{ changes, timeZone, i18n }} />}
      {conflicts.length > 0 && <FieldConflicts noun="person" {...{ conflicts, timeZone, i18n }} />}
    </>
  )
}

/** How many sessions of the file they are in, and of them one. */
export const inSessions = ({ sessions, session }: PersonItem, { t }: View['i18n']) =>
  [t('words.countSessions', { count: sessions }), ...(session ? [session] : [])].join(': ')
