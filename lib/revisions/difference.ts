import { type Piece, wordDifference } from './word-difference'

export type Json = string | number | boolean | null | Json[] | { [field: string]: Json }

/**
 * How one content became another. It holds all of both that differs: a reviewer sees nothing less than what changes,
 * and `applyDifference` makes the one of the other.
 */
export type Difference =
  | { kind: 'same' }
  | { kind: 'value'; before: Json; after: Json }
  | { kind: 'text'; pieces: Piece[] }
  | { kind: 'fields'; fields: FieldDifference[] }
  | { kind: 'list'; rows: RowDifference[] }

/** A field that only one side has, as a language of the texts, was added or removed with `value`. */
export type FieldDifference = { name: string } & (
  | { change: 'added' | 'removed'; value: Json }
  | { change: 'changed'; difference: Difference }
)

/** A row of a list, in the order of what is new, those that are gone at the end. `from` and `to` are places, from 0. */
export type RowDifference = { key: string } & (
  | { change: 'added'; to: number; value: Json }
  | { change: 'removed'; from: number; value: Json }
  | { change: 'kept'; from: number; to: number; isMoved: boolean; value: Json; difference: Difference }
)

export function difference(before: Json, after: Json): Difference {
  if (before === after) return { kind: 'same' }
  if (typeof before === 'string' && typeof after === 'string') return texts(before, after)
  if (Array.isArray(before) && Array.isArray(after)) return lists(before, after)
  if (isObject(before) && isObject(after)) return objects(before, after)
  return { kind: 'value', before, after }
}

type JsonObject = { [field: string]: Json }

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is a word without spaces (an id, a day, a choice) changes as a whole. */
const texts = (before: string, after: string): Difference =>
  /\s/.test(before) && /\s/.test(after)
    ? { kind: 'text', pieces: wordDifference(before, after) }
    : { kind: 'value', before, after }

function objects(before: JsonObject, after: JsonObject): Difference {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const fields = names.flatMap((name): FieldDifference[] => {
    const [old, now] = [before[name], after[name]]
    if (old === undefined) return now === undefined ? [] : [{ name, change: 'added', value: now }]
    if (now === undefined) return [{ name, change: 'removed', value: old }]
    const changed = difference(old, now)
    return changed.kind === 'same' ? [] : [{ name, change: 'changed', difference: changed }]
  })
  return fields.length ? { kind: 'fields', fields } : { kind: 'same' }
}

function lists(before: readonly Json[], after: readonly Json[]): Difference {
  const [old, now] = [keyed(before), keyed(after)]
  const places = new Map(old.map(({ key }, at) => [key, at]))
  const stay = unmoved(now.flatMap(({ key }) => places.get(key) ?? []))
  const rows = now.map(({ key, value }, to): RowDifference => {
    const from = places.get(key)
    if (from === undefined) return { key, change: 'added', to, value }
    const changed = difference(old[from]?.value ?? null, value)
    return { key, change: 'kept', from, to, isMoved: !stay.has(from), value, difference: changed }
  })
  const kept = new Set(now.map(({ key }) => key))
  const gone = old.flatMap(({ key, value }, from): RowDifference[] =>
    kept.has(key) ? [] : [{ key, change: 'removed', from, value }],
  )
  const isSame =
    !gone.length && rows.every((row) => row.change === 'kept' && row.from === row.to && row.difference.kind === 'same')
  return isSame ? { kind: 'same' } : { kind: 'list', rows: [...rows, ...gone] }
}

/** By what a row is known again when others come or go; rows known by the same are told apart by their order. */
const KEYS = ['id', 'source', 'organisation', 'person', 'scheme', 'url'] as const

/** Rows with what each is known by, in their order. */
export function keyed(rows: readonly Json[]) {
  const seen = new Map<string, number>()
  return rows.map((value) => {
    const name = isObject(value) ? KEYS.map((field) => value[field]).find((each) => each) : value
    const key = JSON.stringify(name ?? value)
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return { key: times === 1 ? key : `${key} ${times}`, value }
  })
}

/** Of places in their new order, the most that need not have moved: the longest run that goes up. */
function unmoved(places: readonly number[]): Set<number> {
  const ends: number[] = []
  const before: number[] = []
  const at: number[] = []
  for (const [n, place] of places.entries()) {
    let length = ends.findIndex((end) => end >= place)
    if (length < 0) length = ends.length
    ends[length] = place
    at[length] = n
    before[n] = length ? (at[length - 1] ?? -1) : -1
  }
  const stay = new Set<number>()
  for (let n = at.at(-1) ?? -1; n >= 0; n = before[n] ?? -1) stay.add(places[n] ?? -1)
  return stay
}

/** Makes what a difference leads to from what it began with. */
export function applyDifference(before: Json, how: Difference): Json {
  if (how.kind === 'same') return before
  if (how.kind === 'value') return how.after
  if (how.kind === 'text') return how.pieces.map(({ kind, text }) => (kind === 'removed' ? '' : text)).join('')
  if (how.kind === 'list') {
    const old = Array.isArray(before) ? before : []
    return how.rows.flatMap((row) => {
      if (row.change === 'removed') return []
      return [row.change === 'added' ? row.value : applyDifference(old[row.from] ?? null, row.difference)]
    })
  }
  const after: JsonObject = isObject(before) ? { ...before } : {}
  for (const field of how.fields) {
    if ('difference' in field) after[field.name] = applyDifference(after[field.name] ?? null, field.difference)
    else if (field.change === 'added') after[field.name] = field.value
    else delete after[field.name]
  }
  return after
}
