'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readerLocale } from '@/lib/i18n/reader-locale'
import { i18n } from '@/lib/i18n/translator'
import { routes, withQuery } from '@/lib/routes'
import { createFirstAdministrator } from '@/lib/users/first-administrator'
import { type AdministratorField, administratorSchema, type UserMessage } from '@/lib/users/schema'

/** What the form shows again after a refusal: never the password. */
export type AdministratorFormState = {
  values?: { name: string; email: string }
  errors?: Partial<Record<AdministratorField | 'form', string>>
}

export async function createFirstAdministratorAction(
  _before: AdministratorFormState,
  form: FormData,
): Promise<AdministratorFormState> {
  const { t } = i18n(await readerLocale())
  const sent = z
    .object({
      token: z.string().max(100),
      name: z.string().max(1000),
      email: z.string().max(1000),
      password: z.string().max(1000),
    })
    .safeParse(Object.fromEntries(form))
  if (!sent.success) return { errors: { form: t('users.formBroken') } }
  const values = { name: sent.data.name, email: sent.data.email }

  const parsed = administratorSchema.safeParse(sent.data)
  if (!parsed.success) {
    const fields = z.flattenError(parsed.error).fieldErrors
    const say = (keys: string[] | undefined) => (keys?.[0] ? t(keys[0] as `users.${UserMessage}`) : undefined)
    const errors = { name: say(fields.name), email: say(fields.email), password: say(fields.password) }
    return { values, errors: Object.fromEntries(Object.entries(errors).filter(([, error]) => error)) }
  }
  const outcome = await createFirstAdministrator(sent.data.token, parsed.data)
  if (outcome === 'link-used') return { values, errors: { form: t('users.linkClosed') } }
  if (outcome === 'email-taken') return { values, errors: { email: t('users.emailTaken') } }
  redirect(withQuery(routes.firstAdministrator(), { done: '1' }))
}
