'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/form/action-form'
import { checkPassword } from '@/lib/auth/check-password'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { requestFacts } from '@/lib/auth/request-facts'
import { safeReturnPath } from '@/lib/auth/return-path'
import { endSession } from '@/lib/auth/sessions'
import { continueSignIn } from '@/lib/auth/sign-in'
import { requireOwnOrigin } from '@/lib/auth/signed-in'
import { minutesOf } from '@/lib/auth/waits'
import { routes, withQuery } from '@/lib/routes'

const sent = z.object({
  // Not checked further: an address that is none is a wrong one like any other.
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(1)
    .max(254)
    .refine((text) => !text.includes('\0')),
  password: z.string().min(1).max(200),
  return: z.string().max(2000).optional(),
})

export async function signInAction(_before: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const { t } = await deskI18n()
  const parsed = sent.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { errors: { form: t('account.wrong') } }
  const { email, password } = parsed.data
  const check = await checkPassword(email, password, requestFacts().address)
  if (check.outcome === 'right') {
    redirect(await continueSignIn(check, safeReturnPath(parsed.data.return), 'password'))
  }
  const values = { email }
  if (check.outcome === 'wait') return { values, errors: { form: t('account.wait', minutesOf(check.seconds)) } }
  return { values, errors: { form: t(check.outcome === 'busy' ? 'account.busy' : 'account.wrong') } }
}

export async function signOutAction(): Promise<void> {
  await requireOwnOrigin()
  await endSession()
  redirect(withQuery(routes.signIn(), { done: 'out' }))
}
