'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { finishSignIn } from '@/lib/auth/sign-in'
import { requireOwnOrigin } from '@/lib/auth/signed-in'
import { fieldErrors } from '@/lib/i18n/field-errors'
import { routes } from '@/lib/routes'
import { createFirstAdministrator } from '@/lib/users/first-administrator'
import { administratorSchema } from '@/lib/users/schema'

const sent = administratorSchema.extend({ token: z.string().max(100) })
const typed = z.object({ name: z.string().max(1000), email: z.string().max(1000) })

export async function createFirstAdministratorAction(_before: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const words = await deskI18n()
  const values = typed.safeParse(Object.fromEntries(form)).data ?? {}
  const parsed = sent.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { values, errors: fieldErrors(parsed.error, words) }
  const outcome = await createFirstAdministrator(parsed.data.token, parsed.data, words.locale)
  if (outcome === 'link-used') return { values, errors: { form: words.t('users.linkClosed') } }
  if (outcome === 'email-taken') return { values, errors: { email: words.t('users.emailTaken') } }
  await finishSignIn(outcome.userId, 'first start')
  redirect(routes.desk())
}
