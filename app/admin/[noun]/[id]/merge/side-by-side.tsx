import { MediaPicture } from '@/components/desk/media-picture'
import { primary } from '@/components/form/button-styles'
import type { I18n } from '@/lib/i18n/translator'
import { countMentioning, MOST_MOVED } from '@/lib/merging/mentioning'
import { type Side, type Unit, unitsOf } from '@/lib/merging/merge-content'
import type { MergeableNoun } from '@/lib/merging/replace-mention'
import type { Json } from '@/lib/revisions/difference'
import { titleIn } from '@/lib/revisions/edit-labels'
import type { RecordForEdit } from '@/lib/revisions/edit-queries'
import { nounPlurals } from '@/lib/revisions/nouns'
import { routes, withQuery } from '@/lib/routes'
import { fieldLabel, isEmpty, type Naming, valueText } from '../review/value-text'
import { mergeAction } from './actions'

/** Two records field by field, where they differ, and what is taken of each: a plain form. */
export async function SideBySide(props: { noun: MergeableNoun; kept: RecordForEdit; gone: RecordForEdit; i18n: I18n }) {
  const { noun, kept, gone, i18n } = props
  const { t, locale } = i18n
  const units = unitsOf(kept.content, gone.content)
  const moved = await countMentioning(noun, gone.id)
  const names = { kept: titleIn(kept.titles, locale), gone: titleIn(gone.titles, locale) }
  const called = (side: 'kept' | 'gone') => names[side]?.title ?? t('deskLists.untitled')
  const labels = Object.fromEntries(
    Object.entries({ ...kept.labels, ...gone.labels }).map(([id, { titles }]) => [
      id,
      titleIn(titles, locale)?.title ?? '',
    ]),
  )
  const naming = { noun, labels, timeZone: 'UTC', i18n }
  const plural = nounPlurals[noun]
  return (
    <>
      <dl className="grid gap-x-8 gap-y-2 pt-6 sm:grid-cols-2">
        {(['kept', 'gone'] as const).map((side) => (
          <div key={side}>
            <dt className="text-meta text-muted">
              {t(side === 'kept' ? 'deskBatches.merge.stays' : 'deskBatches.merge.goes')}
            </dt>
            <dd className="text-item [overflow-wrap:anywhere]" lang={names[side]?.language}>
              {called(side)}
            </dd>
          </div>
        ))}
      </dl>
      <p className="pt-2 text-meta">
        <a className="link" href={withQuery(routes.mergeRecord(plural, gone.id), { with: kept.id })}>
          {t('deskBatches.merge.swap')}
        </a>
      </p>
      <p className="prose pt-4">{t('deskBatches.merge.intro', { kept: called('kept'), gone: called('gone') })}</p>
      <p className="pt-2 text-muted">
        {moved > MOST_MOVED
          ? t('deskBatches.merge.more', { most: MOST_MOVED })
          : t('deskBatches.merge.moves', { count: moved })}
      </p>
      <form action={mergeAction.bind(null, noun)} className="pt-8">
        <h2 className="pb-3 text-section">{t('deskBatches.merge.fields')}</h2>
        <input type="hidden" name="id" value={kept.id} />
        <input type="hidden" name="lock" value={kept.lock} />
        <input type="hidden" name="gone" value={gone.id} />
        <input type="hidden" name="goneLock" value={gone.lock} />
        {units.length === 0 && <p>{t('deskBatches.merge.same')}</p>}
        {units.map((unit) => (
          <UnitChoice key={unit.path} unit={unit} called={called} naming={naming} />
        ))}
        <p className="prose border-rule border-t pt-4 text-muted">{t('deskBatches.merge.namesStay')}</p>
        <button type="submit" className={`${primary} mt-6`}>
          {t('deskBatches.merge.submit')}
        </button>
      </form>
    </>
  )
}

function UnitChoice(props: { unit: Unit; called: (side: 'kept' | 'gone') => string; naming: Naming }) {
  const { unit, called, naming } = props
  const { t } = naming.i18n
  const [first = '', language, field] = unit.path.split('.')
  const label = field
    ? `${fieldLabel(field, '', naming)} (${fieldLabel(language ?? '', 'texts', naming)})`
    : fieldLabel(first, '', naming)
  const choices: Side[] = unit.isList ? ['kept', 'gone', 'both'] : ['kept', 'gone']
  return (
    <fieldset className="border-rule border-t py-4">
      <legend className="float-left w-full pb-2 font-semibold">{label}</legend>
      <div className="clear-both grid gap-3 sm:grid-cols-2">
        {choices.map((side) => (
          <label key={side} className="flex min-w-0 items-baseline gap-2 rounded-small border border-field p-3">
            <input type="radio" name={`take.${unit.path}`} value={side} defaultChecked={side === unit.usual} />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {side === 'both' ? (
                t('deskBatches.merge.both')
              ) : (
                <>
                  <Value value={unit[side]} field={field ?? first} language={field && language} naming={naming} />
                  <span className="block text-meta text-muted">{called(side)}</span>
                </>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Value(props: { value: Json; field: string; language: string | undefined; naming: Naming }) {
  const { value, field, language, naming } = props
  if (isEmpty(value)) return <span className="text-muted">{naming.i18n.t('deskBatches.merge.nothing')}</span>
  if (field === 'portrait') return <MediaPicture media={{ id: String(value), kind: 'picture' }} />
  const rows = Array.isArray(value) ? value : [value]
  return rows.map((row) => (
    <span key={JSON.stringify(row)} className="block whitespace-pre-line" lang={language}>
      {valueText(row, field, naming)}
    </span>
  ))
}
