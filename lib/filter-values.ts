import { z } from 'zod'
import type { Said } from './i18n/texts'
import { first } from './pagination'

/** What an address can ask a list for: one value per name, null for what is absent or no such value could be. */
type Asked = Record<string, string | string[] | undefined>

const word = /[a-z0-9]+(?:-[a-z0-9]+)*/.source

/** The slug of a record. */
export const slugValue = z
  .string()
  .max(80)
  .regex(new RegExp(`^${word}$`))
  .nullable()
  .catch(null)

/** An edition within its forum, such as `astana-think-tank-forum/2025`. */
export const editionValue = z
  .string()
  .max(161)
  .regex(new RegExp(`^${word}/${word}$`))
  .nullable()
  .catch(null)

/** A session within its edition, such as `astana-think-tank-forum/2025/opening`. */
export const sessionValue = z
  .string()
  .max(200)
  .regex(new RegExp(`^${word}/${word}/${word}$`))
  .nullable()
  .catch(null)

/** One of the values of an enum. */
export const enumValue = <T extends Record<string, string>>(values: T) => z.enum(values).nullable().catch(null)

/** Reads the filters that a schema names from the query of an address. Never throws; the rest is ignored. */
export function readFilters<T extends z.ZodRawShape>(schema: z.ZodObject<T>, query: Asked) {
  return schema.parse(Object.fromEntries(Object.keys(schema.shape).map((name) => [name, first(query[name])])))
}

/** Whether a list is narrowed at all. */
export const isFiltered = (filters: Record<string, string | null>) =>
  Object.values(filters).some((value) => value !== null)

/** Records with a name as a menu offers them. */
export const toMenu = (choices: readonly { value: string; name: Said }[]) =>
  choices.map(({ value, name }) => ({ value, label: name.value, language: name.language }))
