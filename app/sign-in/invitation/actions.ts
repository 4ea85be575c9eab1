'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { finishSignIn } from '@/lib/auth/sign-in'
import { requireOwnOrigin } from '@/lib/auth/signed-in'
import { fieldErrors } from '@/lib/i18n/field-errors'
import { routes } from '@/lib/routes'
import { acceptInvitation } from '@/lib/users/invitations'
import { acceptanceSchema } from '@/lib/users/schema'

const sent = acceptanceSchema.extend({ token: z.string().max(100) })

export async function acceptInvitationAction(_before: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const words = await deskI18n()
  const parsed = sent.safeParse(Object.fromEntries(form))
  const typed = form.get('name')
  const values = { name: typeof typed === 'string' ? typed.slice(0, 300) : '' }
  if (!parsed.success) return { values, errors: fieldErrors(parsed.error, words) }
  const accepted = await acceptInvitation(parsed.data.token, parsed.data, words.locale)
  if (accepted === 'link-used') return { values, errors: { form: words.t('account.linkClosed') } }
  await finishSignIn(accepted.userId, 'invitation')
  redirect(routes.desk())
}
