import type { Json } from './difference'
import { keyed } from './difference'

/** Which side of a conflict is kept; `both` only of texts. */
export type MergeChoice = 'mine' | 'theirs' | 'both'

/** Where in a content: names of fields, and of a row of a list its key after a `#`. */
export type MergePath = readonly string[]

/** A place that one side changed (`taken`), or both otherwise (`conflicts`); what is not there is null. */
export type MergePlace = { path: MergePath; base: Json; mine: Json; theirs: Json }

export type Merged = {
  merged: Json
  /** What only the other side changed: it is in `merged`. */
  taken: MergePlace[]
  /** What both changed, each otherwise: `merged` has what was chosen, or mine where nothing was. */
  conflicts: (MergePlace & { canBoth: boolean; chosen: MergeChoice | null })[]
}

/** The order of a list's rows, where both sides put them in another one. */
export const ORDER = '#order'

/** A path as one word: the name of a choice in a form. */
export const pathName = (path: MergePath) => path.map(encodeURIComponent).join('/')

type Maybe = Json | undefined
type Choose = (path: MergePath) => MergeChoice | null
type Rest = Pick<Merged, 'taken' | 'conflicts'>
type JsonObject = { [field: string]: Json }

const isObject = (value: Maybe): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNothing = (value: Maybe) => value === undefined || value === null || value === ''

/** Whether two values say the same; what is empty and what is not there do. */
export function isSame(a: Maybe, b: Maybe): boolean {
  if (a === b || (isNothing(a) && isNothing(b))) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, at) => isSame(each, b[at]))
  if (!isObject(a) || !isObject(b)) return false
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => isSame(a[name], b[name]))
}

/**
 * Merges two contents that were made of one: what one side changed is taken, what both changed alike too, and of what
 * they changed otherwise `choose` says which is kept. Objects are merged field by field, lists row by row.
 */
export function mergeThreeWays(base: Json, mine: Json, theirs: Json, choose: Choose = () => null): Merged {
  const rest: Rest = { taken: [], conflicts: [] }
  const merged = merge(base, mine, theirs, [], { choose, rest })
  return { merged: merged ?? null, ...rest }
}

type Context = { choose: Choose; rest: Rest }

function merge(base: Maybe, mine: Maybe, theirs: Maybe, path: MergePath, context: Context): Maybe {
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine
  if (isObject(mine) && isObject(theirs)) {
    const of = isObject(base) ? base : {}
    const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
    return Object.fromEntries(
      names.flatMap((name) => {
        const value = merge(of[name], mine[name], theirs[name], [...path, name], context)
        return value === undefined ? [] : [[name, value]]
      }),
    )
  }
  if (Array.isArray(mine) && Array.isArray(theirs))
    return mergeLists(Array.isArray(base) ? base : [], mine, theirs, path, context)
  if (!isSame(base, mine)) return settle(base, mine, theirs, path, context)
  context.rest.taken.push(place(path, base, mine, theirs))
  return theirs
}

const place = (path: MergePath, base: Maybe, mine: Maybe, theirs: Maybe): MergePlace => ({
  ...{ path, base: base ?? null, mine: mine ?? null, theirs: theirs ?? null },
})

/** A conflict, as it was decided. */
function settle(base: Maybe, mine: Maybe, theirs: Maybe, path: MergePath, { choose, rest }: Context): Maybe {
  const canBoth =
    typeof mine === 'string' && typeof theirs === 'string' && path.includes('texts') && path.at(-1) !== 'status'
  const asked = choose(path)
  const chosen = asked === 'both' && !canBoth ? null : asked
  rest.conflicts.push({ ...place(path, base, mine, theirs), canBoth, chosen })
  if (chosen === 'both') return `${mine}\n\n${theirs}`
  return chosen === 'theirs' ? theirs : mine
}

function mergeLists(base: Json[], mine: Json[], theirs: Json[], path: MergePath, context: Context): Json[] {
  const [b, m, t] = [base, mine, theirs].map((list) => new Map(keyed(list).map(({ key, value }) => [key, value])))
  if (!b || !m || !t) return mine
  const kept = new Map<string, Json>()
  for (const key of new Set([...m.keys(), ...t.keys()])) {
    const value = mergeRows(b.get(key), m.get(key), t.get(key), [...path, `#${key}`], context)
    if (value !== undefined) kept.set(key, value)
  }
  return order([...b.keys()], [...m.keys()], [...t.keys()], kept, path, context).flatMap((key) => kept.get(key) ?? [])
}

/** As `merge`, where not to be there is something else than to be empty. */
function mergeRows(base: Maybe, mine: Maybe, theirs: Maybe, path: MergePath, context: Context): Maybe {
  if (mine !== undefined && theirs !== undefined) return merge(base, mine, theirs, path, context)
  if (base === undefined) {
    if (theirs !== undefined) context.rest.taken.push(place(path, base, mine, theirs))
    return mine ?? theirs
  }
  if (mine === undefined) return isSame(base, theirs) ? undefined : settle(base, mine, theirs, path, context)
  if (!isSame(base, mine)) return settle(base, mine, theirs, path, context)
  context.rest.taken.push(place(path, base, mine, theirs))
  return undefined
}

/** The order of the rows that are kept: that of whoever changed it; of both a conflict. */
function order(b: string[], m: string[], t: string[], kept: Map<string, Json>, path: MergePath, context: Context) {
  const shared = (keys: string[]) => keys.filter((key) => b.includes(key) && m.includes(key) && t.includes(key))
  const [before, mine, theirs] = [shared(b), shared(m), shared(t)]
  const rows = (keys: string[]) => keys.map((key) => kept.get(key) ?? null)
  const at = [...path, ORDER]
  let isTheirs = false
  if (!isSame(mine, theirs)) {
    if (isSame(before, mine)) {
      context.rest.taken.push(place(at, rows(before), rows(mine), rows(theirs)))
      isTheirs = true
    } else if (!isSame(before, theirs)) {
      const asked = context.choose(at)
      const chosen = asked === 'both' ? null : asked
      context.rest.conflicts.push({ ...place(at, rows(before), rows(mine), rows(theirs)), canBoth: false, chosen })
      isTheirs = chosen === 'theirs'
    }
  }
  return isTheirs ? weave(t, m, kept) : weave(m, t, kept)
}

/** The rows of one side in its order, those that only the other has after the row that they follow there. */
function weave(first: string[], other: string[], kept: Map<string, Json>): string[] {
  const result = first.filter((key) => kept.has(key))
  for (const [at, key] of other.entries()) {
    if (!kept.has(key) || result.includes(key)) continue
    const previous = other.slice(0, at).findLast((each) => result.includes(each))
    result.splice(previous === undefined ? 0 : result.indexOf(previous) + 1, 0, key)
  }
  return result
}
