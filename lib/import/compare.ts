import { isDeepStrictEqual } from 'node:util'
import type { Json } from '@/lib/revisions/difference'
import { isSame, mergeThreeWays } from '@/lib/revisions/merge-three-ways'
import type { Content } from '@/lib/revisions/registry'
import type { FieldChange } from './rehearsal'

/** What a record says once a file is imported into it, what of it changes, and what stays as an editor wrote it. */
export type Compared = { content: Content; changes: FieldChange[]; conflicts: FieldChange[]; isChanged: boolean }

/**
 * Compares what a file said before (`said`, null when nothing) and says now (`file`) with what the record says. `named`
 * gives ids a name to be shown by.
 */
export function compareContents(
  of: { said: Content | null; now: Content; file: Content },
  named: ReadonlyMap<string, string>,
): Compared {
  const { said, now, file } = of
  if (said && isSame(said as Json, file as Json)) return { content: now, changes: [], conflicts: [], isChanged: false }
  const { merged, taken, conflicts } = mergeThreeWays((said ?? {}) as Json, now as Json, file as Json)
  const shown = (places: typeof taken) =>
    places.map(
      ({ path, mine, theirs }): FieldChange => ({
        path: path.map((step) => (step.startsWith('#') ? `#${named.get(step.slice(1)) ?? ''}` : step)),
        before: withNames(mine, named),
        after: withNames(theirs, named),
      }),
    )
  const content = merged as Content
  return {
    content,
    changes: shown(taken),
    conflicts: shown(conflicts),
    isChanged: !isDeepStrictEqual(content, now),
  }
}

/** A value as a reader sees it: records and parts by their names, without ids of rows. */
function withNames(value: Json, named: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return named.get(value) ?? value
  if (Array.isArray(value)) return value.map((each) => withNames(each, named))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, each]) =>
      field === 'id' || each === null ? [] : [[field, withNames(each, named)] as const],
    ),
  )
}
