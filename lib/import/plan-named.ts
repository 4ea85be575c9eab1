import 'server-only'
import { newId } from '@/lib/revisions/new-id'
import { findKnownNames } from './known-names'
import { readExternalIds } from './known-records'
import { sameName } from './programme'
import type { NamedItem } from './rehearsal'

/** What names of organisations or topics stand for: a record's id each, those of new ones made here. */
export type NamedPlan = {
  idOf(name: string | null): string | null
  items: NamedItem[]
  created: { id: string; name: string }[]
  /** By name, as the source calls them: written with the import, so that the next one finds the same. */
  ids: { value: string; recordId: string }[]
}

/**
 * Finds organisations or topics by name: as an import from this source called them, else the one record with exactly that
 * name; all others are new.
 */
export async function planNamed(
  noun: 'organisation' | 'topic',
  names: readonly string[],
  namespace: string,
): Promise<NamedPlan> {
  const first = new Map<string, string>()
  for (const name of names) if (sameName(name) && !first.has(sameName(name))) first.set(sameName(name), name)
  const idOfName = (key: string) => `${noun}:${key}`
  const known = await readExternalIds(namespace, [...first.keys()].map(idOfName))
  const found = await findKnownNames(noun, [...first.values()])
  const plan: NamedPlan = {
    ...{ items: [], created: [], ids: [] },
    idOf: (name) => (name ? (idByName.get(sameName(name)) ?? null) : null),
  }
  const idByName = new Map<string, string>()
  for (const [key, name] of first) {
    const exact = (found.get(key) ?? []).filter(({ isExact }) => isExact)
    const recordId = known.get(idOfName(key)) ?? (exact.length === 1 ? (exact[0]?.id ?? null) : null)
    const id = recordId ?? newId()
    idByName.set(key, id)
    plan.items.push({ key, name, action: recordId ? 'match' : 'create', recordId, blocked: [] })
    if (!recordId) plan.created.push({ id, name })
    if (!known.has(idOfName(key))) plan.ids.push({ value: idOfName(key), recordId: id })
  }
  return plan
}
