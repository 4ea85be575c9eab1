'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { turnOffTwoSteps } from '@/lib/auth/two-steps'
import { archiveLink } from '@/lib/mail'
import { routes, withQuery } from '@/lib/routes'
import { changeRole, setDisabled } from '@/lib/users/mutations'
import { newResetLink } from '@/lib/users/password-reset'
import { roleSchema } from '@/lib/users/schema'

const about = z.object({ user: z.uuid() })

export async function changeRoleAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await allowed('administer')
  const { t } = await deskI18n()
  const parsed = roleSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { errors: { role: t('users.roleMissing') } }
  const { user, role } = parsed.data
  const outcome = await changeRole(user, role, actor.id)
  if (outcome === 'last-administrator') return { errors: { role: t('users.lastAdministrator') } }
  if (outcome === 'missing') redirect(routes.users())
  redirect(withQuery(routes.user(user), { done: 'role' }))
}

export async function setDisabledAction(form: FormData): Promise<void> {
  const actor = await allowed('administer')
  const parsed = about.extend({ disabled: z.enum(['0', '1']) }).safeParse(Object.fromEntries(form))
  if (!parsed.success) redirect(routes.users())
  const { user, disabled } = parsed.data
  const outcome = await setDisabled(user, disabled === '1', actor.id)
  if (outcome === 'missing') redirect(routes.users())
  const query =
    outcome === 'last-administrator' ? { failed: 'last' } : { done: disabled === '1' ? 'disabled' : 'enabled' }
  redirect(withQuery(routes.user(user), query))
}

export async function resetLinkAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await allowed('administer')
  const { t } = await deskI18n()
  const parsed = about.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { errors: { form: t('users.formBroken') } }
  const link = await newResetLink(parsed.data.user, actor.id)
  if (link === 'missing') redirect(routes.users())
  return { shown: { text: t('users.resetLinkMade'), lines: [archiveLink(routes.newPassword(link.token))] } }
}

export async function turnOffStepsOfAction(form: FormData): Promise<void> {
  const actor = await allowed('administer')
  const parsed = about.safeParse(Object.fromEntries(form))
  if (!parsed.success) redirect(routes.users())
  await turnOffTwoSteps(parsed.data.user, actor.id)
  redirect(withQuery(routes.user(parsed.data.user), { done: 'twoSteps' }))
}
