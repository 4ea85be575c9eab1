import { isDeepStrictEqual } from 'node:util'
import { type Json, keyed } from '@/lib/revisions/difference'

type Part = Json | undefined

export type TakenBack = {
  value: Json
  /** Paths of what stays as it is now, as both the change and somebody since wrote there. */
  kept: string[]
}

/**
 * Takes a change (`before` to `after`) out of what stands there now, field by field and row by row: what nobody touched
 * since becomes what it was before, what was written since stays.
 */
export function takeBack(before: Json, after: Json, now: Json): TakenBack {
  const kept: string[] = []
  return { value: part(before, after, now, '', kept) ?? null, kept }
}

/** Undefined is what is not there at all. */
function part(before: Part, after: Part, now: Part, path: string, kept: string[]): Part {
  if (isDeepStrictEqual(now, after)) return before
  if (isDeepStrictEqual(after, before) || isDeepStrictEqual(now, before)) return now
  if (isObject(before) && isObject(after) && isObject(now)) return fields(before, after, now, path, kept)
  if (Array.isArray(before) && Array.isArray(after) && Array.isArray(now)) return rows(before, after, now, path, kept)
  kept.push(path)
  return now
}

type JsonObject = { [field: string]: Json }

const isObject = (value: Part): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const under = (path: string, name: string) => (path ? `${path}.${name}` : name)

function fields(before: JsonObject, after: JsonObject, now: JsonObject, path: string, kept: string[]): JsonObject {
  const names = [...new Set([...Object.keys(now), ...Object.keys(before)])]
  const made = names.map((name) => [name, part(before[name], after[name], now[name], under(path, name), kept)])
  return Object.fromEntries(made.filter(([, value]) => value !== undefined)) as JsonObject
}

/** The rows of now in their order; those that come back stand after the one that they stood after. */
function rows(before: Json[], after: Json[], now: Json[], path: string, kept: string[]): Json[] {
  const [old, changed, current] = [before, after, now].map(
    (list) => new Map(keyed(list).map(({ key, value }) => [key, value])),
  ) as [Map<string, Json>, Map<string, Json>, Map<string, Json>]
  const order = [...current.keys()]
  let last = -1
  for (const key of old.keys()) {
    const at = order.indexOf(key)
    if (at >= 0) last = at
    else order.splice(++last, 0, key)
  }
  return order.flatMap((key) => {
    const row = part(old.get(key), changed.get(key), current.get(key), under(path, String(order.indexOf(key))), kept)
    return row === undefined ? [] : [row]
  })
}
