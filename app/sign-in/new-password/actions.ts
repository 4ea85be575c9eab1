'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { requireOwnOrigin } from '@/lib/auth/signed-in'
import { fieldErrors } from '@/lib/i18n/field-errors'
import { routes, withQuery } from '@/lib/routes'
import { resetPassword } from '@/lib/users/password-reset'
import { passwordSchema } from '@/lib/users/schema'

const sent = z.object({ token: z.string().max(100), password: passwordSchema })

export async function resetPasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const words = await deskI18n()
  const parsed = sent.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { errors: fieldErrors(parsed.error, words) }
  const outcome = await resetPassword(parsed.data.token, parsed.data.password)
  if (outcome === 'link-used') return { errors: { form: words.t('account.linkClosed') } }
  redirect(withQuery(routes.signIn(), { done: 'password' }))
}
