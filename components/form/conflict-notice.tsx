'use client'

import { useTranslations } from 'use-intl'
import { primary } from './button-styles'
import { MergeRowText } from './merge-row'
import { AGAINST, choiceName, type SaveState, type Taken } from './save-outcome'
import { useWhen } from './use-when'

type Stale = Extract<SaveState, { kind: 'stale' }>

/**
 * That somebody else saved meanwhile: what of theirs will be taken, and what both changed, side by side to choose
 * from. It stands in the form and is sent with it, so it works without JavaScript too.
 */
export function ConflictNotice({ stale }: { stale: Stale }) {
  const t = useTranslations('deskForm.conflict')
  const { conflicts, rows, isUndecided } = stale
  return (
    <div role="alert" className="rounded-card border-2 border-gold bg-gold-wash p-4">
      <input type="hidden" name={AGAINST} value={stale.against} />
      <p className="font-semibold">{t('title', useWho(stale))}</p>
      {conflicts.length > 0 && (
        <p className={`pt-1 ${isUndecided ? 'font-semibold' : ''}`}>{t(isUndecided ? 'undecided' : 'text')}</p>
      )}
      <div className="space-y-4 pt-3">
        {conflicts.map((row) => (
          <Choice key={`${stale.against} ${row.name}`} row={row} />
        ))}
      </div>
      {rows.length > 0 && (
        <>
          <p className="pt-4">{t('willTake')}</p>
          <TakenRows rows={rows} />
        </>
      )}
      <button type="submit" className={`${primary} mt-4`}>
        {t('submit')}
      </button>
    </div>
  )
}

function useWho({ by, at, version }: Taken) {
  const t = useTranslations('deskForm.conflict')
  return { name: by ?? t('somebody'), time: useWhen()(at), version }
}

function Choice({ row }: { row: Stale['conflicts'][number] }) {
  const t = useTranslations('deskForm.conflict')
  const { name, label, mine, theirs, canBoth } = row
  const option = (value: 'mine' | 'theirs' | 'both', text: string | null) => (
    <label className="flex items-start gap-2.5 rounded-small bg-sheet p-2.5">
      <input type="radio" name={choiceName(name)} value={value} className="mt-1 size-4.5 shrink-0 accent-accent" />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <span className="block font-semibold text-meta">{t(value)}</span>
        {text !== null && <span className="block whitespace-pre-wrap">{text || t('nothing')}</span>}
      </span>
    </label>
  )
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1.5 font-semibold">{label}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {option('mine', mine)}
        {option('theirs', theirs)}
        {canBoth && option('both', null)}
      </div>
    </fieldset>
  )
}

const TakenRows = ({ rows }: { rows: Taken['rows'] }) => (
  <ul className="space-y-2 pt-2">
    {rows.map((row) => (
      <MergeRowText key={row.name} row={row} />
    ))}
  </ul>
)

/** What was taken in of what somebody else saved, until whoever writes has seen it. */
export function TakenNotice({ taken, onSeen }: { taken: Taken; onSeen: () => void }) {
  const t = useTranslations('deskForm.conflict')
  return (
    <div role="status" className="mb-6 rounded-card border border-rule-strong bg-accent-wash p-4">
      <p className="font-semibold">{t('title', useWho(taken))}</p>
      <p className="pt-1">{t('taken')}</p>
      <TakenRows rows={taken.rows} />
      <button type="button" className={`${primary} mt-3`} onClick={onSeen}>
        {t('seen')}
      </button>
    </div>
  )
}
