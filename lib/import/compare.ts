import { isDeepStrictEqual } from 'node:util'
import type { Json } from '@/lib/revisions/difference'
import { isSame, type MergePath, type MergePlace, mergeThreeWays, pathName } from '@/lib/revisions/merge-three-ways'
import type { Content } from '@/lib/revisions/registry'
import type { FieldChange, FieldConflict, ImportOptions } from './rehearsal'

/** What a record says once a file is imported into it, what of it changes, and what an editor wrote otherwise. */
export type Compared = { content: Content; changes: FieldChange[]; conflicts: FieldConflict[]; isChanged: boolean }

/** What was chosen of the conflicts of a record. */
export const choices =
  ({ conflicts, chosen }: Pick<ImportOptions, 'conflicts' | 'chosen'>, recordId: string): Choices =>
  (path) => {
    const key = `${recordId} ${pathName(path)}`
    return { key, isTaken: (chosen[key] ?? conflicts) === 'take' }
  }
type Choices = (path: MergePath) => Pick<FieldConflict, 'key' | 'isTaken'>

/**
 * Compares what a file said before (`said`, null when nothing) and says now (`file`) with what the record says. `chosen`
 * says which side of a conflict is kept, `named` gives ids a name to be shown by.
 */
export function compareContents(
  of: { said: Content | null; now: Content; file: Content },
  chosen: Choices,
  named: ReadonlyMap<string, string>,
): Compared {
  const { said, now, file } = of
  if (said && isSame(said as Json, file as Json)) return { content: now, changes: [], conflicts: [], isChanged: false }
  const { merged, taken, conflicts } = mergeThreeWays((said ?? {}) as Json, now as Json, file as Json, (path) =>
    chosen(path).isTaken ? 'theirs' : 'mine',
  )
  const nameOfRow = (key: string) => named.get(key.replace(/^"|"$/g, '')) ?? speaker([now, file], key) ?? ''
  const shown = ({ path, mine, theirs }: MergePlace): FieldChange => ({
    path: path.map((step) => (step.startsWith('#') ? `#${nameOfRow(step.slice(1))}` : step)),
    before: withNames(mine, named),
    after: withNames(theirs, named),
  })
  const content = merged as Content
  return {
    content,
    changes: taken.map(shown),
    conflicts: conflicts.map((place) => ({ ...shown(place), ...chosen(place.path) })),
    isChanged: !isDeepStrictEqual(content, now),
  }
}

/** Who the appearance is that a row's key stands for. */
function speaker(contents: readonly Content[], key: string): string | null {
  const all = contents.flatMap(({ appearances }) => (appearances ?? []) as { id?: string; nameAsPrinted?: string }[])
  return all.find(({ id }) => JSON.stringify(id) === key)?.nameAsPrinted ?? null
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
