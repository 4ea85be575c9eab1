import { z } from 'zod'
import { locales } from '@/lib/i18n/locales'
import { filterSchemas } from './filters'
import type { ApiNoun, Place } from './noun'

export const MOST = 100
const USUAL = 20

/** Where a page of a list goes on: after the record with this id, in the order of changes after that change. */
type Cursor = { after: string; updated?: string | undefined }

const cursorContent = z.strictObject({ after: z.uuid(), updated: z.iso.datetime().optional() })

export const toCursor = (cursor: Cursor) => Buffer.from(JSON.stringify(cursor)).toString('base64url')

const cursor = z
  .string()
  .max(300)
  .transform((sent, context): Cursor => {
    try {
      return cursorContent.parse(JSON.parse(Buffer.from(sent, 'base64url').toString('utf8')))
    } catch {
      context.addIssue({ code: 'custom', message: 'is not one that this API gave' })
      return z.NEVER
    }
  })

const names = (noun: ApiNoun) => Object.keys(noun.schema.shape)

/** What may be asked of one record. */
export const oneQuery = (noun: ApiNoun) =>
  z.strictObject({
    lang: z
      .enum(locales, `is one of ${locales.join(', ')}`)
      .default('en')
      .meta({ description: 'The language of texts; what is not translated comes in its original' }),
    fields: z
      .string()
      .max(1000)
      .transform((sent) => sent.split(','))
      .pipe(z.array(z.enum(names(noun), { error: ({ input }) => `has no ${String(input)}` })))
      .optional()
      .meta({ description: 'Only these fields, separated by commas; `id` always comes' }),
  })

/** What may be asked of a list. */
export const listQuery = (noun: ApiNoun) =>
  z.strictObject({
    ...oneQuery(noun).shape,
    limit: z.coerce
      .number('is a number')
      .int('is a whole number')
      .min(1, 'is at least 1')
      .max(MOST, `is at most ${MOST}`)
      .default(USUAL)
      .meta({ description: `How many records a page has, at most ${MOST}` }),
    cursor: cursor.optional().meta({ description: 'Where the page begins: from `next` of the page before' }),
    ...Object.fromEntries(noun.filters.map((name) => [name, filterSchemas[name].optional()])),
  })

/** A query as it stands in an address. Returns the first thing that is wrong with it as a sentence. */
export function readQuery<T extends z.ZodType>(
  schema: T,
  { searchParams }: URL,
): { query: z.output<T>; wrong?: undefined } | { query?: undefined; wrong: string } {
  const twice = [...searchParams.keys()].find((name, at, all) => all.indexOf(name) < at)
  if (twice) return { wrong: `The parameter ${twice} stands there twice.` }
  const parsed = schema.safeParse(Object.fromEntries(searchParams))
  if (parsed.success) return { query: parsed.data }
  const [issue] = parsed.error.issues
  if (issue?.code === 'unrecognized_keys') return { wrong: `There is no parameter ${issue.keys[0]} here.` }
  return { wrong: `The parameter ${String(issue?.path[0] ?? '')} ${issue?.message ?? 'cannot be read'}.` }
}

/** The records after a cursor, and those changed since then. */
export function placeOf(cursor: Cursor | undefined, updatedSince: string | undefined): Place {
  const since = updatedSince === undefined ? undefined : new Date(updatedSince)
  if (!since) return cursor ? { id: { gt: cursor.after } } : {}
  if (!cursor?.updated) return { updatedAt: { gte: since } }
  const at = new Date(cursor.updated)
  return { OR: [{ updatedAt: { gt: at } }, { updatedAt: at, id: { gt: cursor.after } }] }
}
