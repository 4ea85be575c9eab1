import type { ReactNode } from 'react'
import type { I18n } from '@/lib/i18n/translator'
import type { Change } from '@/lib/revisions/change'
import type { Difference, FieldDifference, Json, RowDifference } from '@/lib/revisions/difference'
import type { Noun } from '@/lib/revisions/nouns'
import type { Piece } from '@/lib/revisions/word-difference'
import { fieldLabel, isEmpty, type Naming, valueText } from './value-text'

type Context = { naming: Naming; i18n: I18n }

/** A change of a record in words and marks: what came, what went, what moved, field by field. */
export function DifferenceView({ change, noun, i18n }: { change: Change; noun: Noun; i18n: I18n }) {
  const naming = { noun, labels: change.labels, timeZone: change.timeZone, i18n }
  return <div className="pt-2">{show(change.difference, '', { naming, i18n })}</div>
}

function show(how: Difference, name: string, context: Context): ReactNode {
  if (how.kind === 'same') return null
  if (how.kind === 'value')
    return (
      <p className="flex flex-wrap gap-x-3 gap-y-1">
        {!isEmpty(how.before) && <Gone context={context}>{whole(how.before, name, context)}</Gone>}
        {!isEmpty(how.after) && <Come context={context}>{whole(how.after, name, context)}</Come>}
      </p>
    )
  if (how.kind === 'text')
    return (
      <p className="whitespace-pre-wrap">
        {how.pieces.map((piece, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name, and are never put in another order
          <Marked key={at} piece={piece} context={context} />
        ))}
      </p>
    )
  if (how.kind === 'list')
    return (
      <ul className="space-y-3">
        {how.rows.filter(isShown).map((row) => (
          <li key={`${row.change} ${row.key}`} className="border-rule-strong border-s-2 ps-3">
            {showRow(row, name, context)}
          </li>
        ))}
      </ul>
    )
  return <dl>{how.fields.filter(isShownField).map((field) => showField(field, name, context))}</dl>
}

function showField(field: FieldDifference, above: string, context: Context) {
  return (
    <div key={field.name} className="border-rule border-t py-3">
      <dt className="text-meta text-muted">{fieldLabel(field.name, above, context.naming)}</dt>
      <dd className="pt-1">
        {'difference' in field ? (
          show(field.difference, field.name, context)
        ) : field.change === 'added' ? (
          <Come context={context}>{whole(field.value, field.name, context)}</Come>
        ) : (
          <Gone context={context}>{whole(field.value, field.name, context)}</Gone>
        )}
      </dd>
    </div>
  )
}

function showRow(row: RowDifference, name: string, context: Context) {
  const { t } = context.i18n
  if (row.change === 'added') return <Come context={context}>{whole(row.value, name, context)}</Come>
  if (row.change === 'removed') return <Gone context={context}>{whole(row.value, name, context)}</Gone>
  return (
    <>
      <p>
        {valueText(row.value, name, context.naming)}
        {row.isMoved && (
          <span className="ms-2 text-gold text-meta">
            {t('deskPublish.review.moved', { from: row.from + 1, to: row.to + 1 })}
          </span>
        )}
      </p>
      {show(row.difference, name, context)}
    </>
  )
}

const isShown = (row: RowDifference) => row.change !== 'kept' || row.isMoved || row.difference.kind !== 'same'
/** Ids of rows say nothing to a reader, and what was added empty is nothing. */
const isShownField = (field: FieldDifference) => field.name !== 'id' && ('difference' in field || !isEmpty(field.value))

/** A value with everything in it. */
function whole(value: Json, name: string, context: Context): ReactNode {
  if (typeof value !== 'object' || value === null) return valueText(value, name, context.naming)
  const parts: [string, Json][] = Array.isArray(value)
    ? value.map((each): [string, Json] => ['', each])
    : Object.entries(value)
  return (
    <span className="block">
      {parts
        .filter(([field, each]) => field !== 'id' && !isEmpty(each))
        .map(([field, each], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shown once, in this order
          <span key={`${field} ${at}`} className="block whitespace-pre-wrap">
            {field && <span className="text-muted">{fieldLabel(field, name, context.naming)}: </span>}
            {whole(each, field || name, context)}
          </span>
        ))}
    </span>
  )
}

function Marked({ piece, context }: { piece: Piece; context: Context }) {
  if (piece.kind === 'kept') return <span>{piece.text}</span>
  const Mark = piece.kind === 'added' ? Come : Gone
  return <Mark context={context}>{piece.text}</Mark>
}

function Come({ context, children }: { context: Context; children: ReactNode }) {
  return (
    <ins className="rounded-small bg-accent-wash px-0.5 decoration-accent">
      <span className="sr-only">{context.i18n.t('deskPublish.review.added')} </span>
      {children}
      <span className="sr-only"> {context.i18n.t('deskPublish.review.end')}</span>
    </ins>
  )
}

function Gone({ context, children }: { context: Context; children: ReactNode }) {
  return (
    <del className="rounded-small bg-gold-wash px-0.5 decoration-gold">
      <span className="sr-only">{context.i18n.t('deskPublish.review.removed')} </span>
      {children}
      <span className="sr-only"> {context.i18n.t('deskPublish.review.end')}</span>
    </del>
  )
}
