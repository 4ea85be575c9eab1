import { z } from 'zod'
import { type BulkChange, readChange } from '@/lib/bulk/change'
import { MOST_BULK, type Selection } from '@/lib/bulk/plan'
import { readListFilters } from '@/lib/revisions/list-filters'
import type { Noun } from '@/lib/revisions/nouns'

type Query = Record<string, string | string[] | undefined>

/** What an address or a form asks for: which records, and what is to be done to them once that is chosen. */
export type SentBulk = {
  selection: Selection
  change: BulkChange | null
  /** As it was sent, to be sent on. */
  fields: [string, string][]
}

export function readBulk(noun: Noun, query: Query): SentBulk {
  const filters = readListFilters(query)
  const ids = z
    .array(z.uuid())
    .max(MOST_BULK)
    .catch([])
    .parse([query.id ?? []].flat())
  const isAll = query.all === '1'
  const narrowing = Object.entries(filters).filter((each): each is [string, string] => each[1] !== null)
  const act = typeof query.act === 'string' ? query.act : ''
  return {
    selection: isAll ? { filters } : { ids: [...new Set(ids)] },
    change: act ? readChange(noun, act, query[`value.${act}`]) : null,
    fields: isAll ? [['all', '1'], ...narrowing] : ids.map((id): [string, string] => ['id', id]),
  }
}

/** The query of a form, with what is sent more than once as lists. */
export function asQuery(form: FormData): Query {
  const query: Query = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => typeof value === 'string')
    query[name] = values.length > 1 ? values : values[0]
  }
  return query
}
