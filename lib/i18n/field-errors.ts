import { z } from 'zod'
import type { I18n, Translate } from './translator'

const KEY = /^[a-z]+(?:\.[a-zA-Z]+)+$/

/**
 * What is wrong with each field, in words. A schema's messages are keys of the interface's words; what has none of
 * ours (a field that did not arrive) is a form that came broken.
 */
export function fieldErrors(error: z.ZodError, { t }: Pick<I18n, 't'>): Record<string, string> {
  const { fieldErrors: fields, formErrors } = z.flattenError(error) as {
    fieldErrors: Record<string, string[] | undefined>
    formErrors: string[]
  }
  const all = { ...fields, ...(formErrors.length ? { form: formErrors } : {}) }
  return Object.fromEntries(
    Object.entries(all).map(([field, [key = ''] = []]) => [
      field,
      t(KEY.test(key) ? (key as Parameters<Translate>[0]) : 'users.formBroken'),
    ]),
  )
}
