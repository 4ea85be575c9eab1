import 'server-only'
import { z } from 'zod'
import { i18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import { routes } from '@/lib/routes'
import { jsonAnswer, problem } from './answers'
import type { Filters } from './filters'
import type { ApiNoun, Resource } from './noun'
import { listQuery, placeOf, readQuery, toCursor } from './query'

/** What a list answers. */
export const listOf = (noun: ApiNoun) =>
  z.object({
    data: z.array(noun.schema),
    next: z.url().nullable().meta({ description: 'The next page; null on the last one' }),
  })

/** Of a record only some fields, and its id. */
export const chosen = (resource: Resource, fields: readonly string[] | undefined) =>
  fields
    ? Object.fromEntries(Object.entries(resource).filter(([name]) => name === 'id' || fields.includes(name)))
    : resource

/** A page of the public records of a noun. */
export async function answerList(request: Request, noun: ApiNoun): Promise<Response> {
  const url = new URL(request.url)
  const { query, wrong } = readQuery(listQuery(noun), url)
  if (wrong !== undefined) return problem(400, wrong)
  const { lang, fields, limit, cursor, ...filters } = query as z.output<ReturnType<typeof listQuery>> & Filters
  const { updatedSince } = filters
  const found = await noun.read(
    {
      place: placeOf(cursor, updatedSince),
      orderBy: updatedSince ? [{ updatedAt: 'asc' }, { id: 'asc' }] : [{ id: 'asc' }],
      take: limit + 1,
      filters,
    },
    i18n(lang),
  )
  const data = found.slice(0, limit)
  const last = data.at(-1)
  const next = found.length > limit && last ? nextPage(noun, url, last, updatedSince !== undefined) : null
  return jsonAnswer(
    request,
    { data: data.map((each) => chosen(each, fields)), next },
    { 'content-language': lang, ...(next ? { link: `<${next}>; rel="next"` } : {}) },
  )
}

function nextPage(noun: ApiNoun, { searchParams }: URL, { id, updatedAt }: Resource, isByChange: boolean): string {
  const query = new URLSearchParams(searchParams)
  query.set('cursor', toCursor({ after: id, ...(isByChange ? { updated: updatedAt } : {}) }))
  return `${absolute(routes.apiRecords(noun.plural))}?${query}`
}
