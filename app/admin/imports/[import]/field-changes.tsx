import { conflictName, type FieldChange, type FieldConflict } from '@/lib/import/rehearsal'
import { difference } from '@/lib/revisions/difference'
import type { Noun } from '@/lib/revisions/nouns'
import { DifferenceView } from '../../[noun]/[id]/review/difference-view'
import { fieldLabel, isEmpty, valueText } from '../../[noun]/[id]/review/value-text'
import { Radio } from './radio'
import type { View } from './sections'

type Shown = Pick<View, 'timeZone' | 'i18n'> & { noun: Noun; labels?: Record<string, string> }
type Props = Shown & { changes: FieldChange[] }

/** What an import changes in a record, field by field, as it is and as it becomes. */
export function FieldChanges({ noun, changes, timeZone, i18n, labels = {} }: Props) {
  const naming = { noun, labels, timeZone, i18n }
  return (
    <dl className="pt-2">
      {changes.map(({ path, before, after }) => (
        <div key={path.join('.')} className="border-rule border-t py-2">
          <dt className="text-meta text-muted">{pathInWords(path, naming)}</dt>
          <dd>
            <DifferenceView
              change={{ difference: difference(before, after), labels, timeZone }}
              noun={noun}
              i18n={i18n}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What somebody wrote by hand and the file says otherwise: one of both is chosen, in the form round it. */
export function FieldConflicts({
  noun,
  conflicts,
  timeZone,
  i18n,
  labels = {},
}: Shown & { conflicts: FieldConflict[] }) {
  const { t } = i18n
  const naming = { noun, labels, timeZone, i18n }
  const said = (value: FieldChange['after'], name: string) =>
    isEmpty(value) ? t('deskPublish.review.empty') : valueText(value, name, naming)
  return (
    <div className="mt-2 rounded-card border-2 border-gold bg-gold-wash p-3">
      <p className="font-semibold">{t('deskImport.conflicts')}</p>
      {conflicts.map(({ key, path, before, after, isTaken }) => {
        const name = path.at(-1) ?? ''
        const side = (value: FieldChange['after'], label: 'stays' | 'fileSays') => (
          <>
            <span className="font-semibold">{t(`deskImport.${label}`)}</span>{' '}
            <span className="whitespace-pre-wrap">{said(value, name)}</span>
          </>
        )
        return (
          <fieldset key={key} className="min-w-0 pt-2">
            <legend className="float-start text-meta text-muted">{pathInWords(path, naming)}</legend>
            <div className="clear-both">
              <Radio name={conflictName(key)} value="keep" isChosen={!isTaken}>
                {side(before, 'stays')}
              </Radio>
              <Radio name={conflictName(key)} value="take" isChosen={isTaken}>
                {side(after, 'fileSays')}
              </Radio>
            </div>
          </fieldset>
        )
      })}
    </div>
  )
}

/** "English, Title", or "Speakers, Aigerim Sadykova, Role": rows of lists stand there by what they name. */
const pathInWords = (path: readonly string[], naming: Parameters<typeof fieldLabel>[2]) =>
  path
    .flatMap((name, at) =>
      name === 'texts' || name === '#' || /^\d+$/.test(name)
        ? []
        : [name.startsWith('#') ? name.slice(1) : fieldLabel(name, path[at - 1] ?? '', naming)],
    )
    .join(', ')
