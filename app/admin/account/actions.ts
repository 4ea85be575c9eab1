'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/form/action-form'
import { confirmPassword } from '@/lib/auth/check-password'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { newRecoveryCodes, prepareTwoSteps, turnOffTwoSteps } from '@/lib/auth/two-steps'
import { minutesOf } from '@/lib/auth/waits'
import { fieldErrors } from '@/lib/i18n/field-errors'
import { refreshDesk } from '@/lib/revalidate'
import { routes, withQuery } from '@/lib/routes'
import { changePassword, changeProfile, endSignIns } from '@/lib/users/mutations'
import { passwordSchema, profileSchema } from '@/lib/users/schema'

const done = (what: string) => withQuery(routes.account(), { done: what })

export async function changeProfileAction(_before: FormState, form: FormData): Promise<FormState> {
  const user = await allowed('write')
  const parsed = profileSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) {
    const name = form.get('name')
    const values = { name: typeof name === 'string' ? name.slice(0, 300) : '' }
    return { values, errors: fieldErrors(parsed.error, await deskI18n()) }
  }
  await changeProfile(user.id, parsed.data)
  refreshDesk() // its language may be another, and the name in its frame
  redirect(done('profile'))
}

export async function changePasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  const user = await allowed('write')
  const wrong = await confirmed(user, form, 'currentPassword')
  if (wrong) return wrong
  const parsed = z.object({ newPassword: passwordSchema }).safeParse(Object.fromEntries(form))
  if (!parsed.success) return { errors: fieldErrors(parsed.error, await deskI18n()) }
  await changePassword(user.id, parsed.data.newPassword, user.sessionId)
  redirect(done('password'))
}

export async function startTwoStepsAction(_before: FormState, form: FormData): Promise<FormState> {
  const user = await allowed('write')
  const wrong = await confirmed(user, form, 'startPassword')
  if (wrong) return wrong
  await prepareTwoSteps(user.id)
  redirect(routes.twoStep())
}

export async function turnOffTwoStepsAction(_before: FormState, form: FormData): Promise<FormState> {
  const user = await allowed('write')
  const wrong = await confirmed(user, form, 'offPassword')
  if (wrong) return wrong
  await turnOffTwoSteps(user.id, user.id)
  redirect(done('twoStepsOff'))
}

export async function renewCodesAction(_before: FormState, form: FormData): Promise<FormState> {
  const user = await allowed('write')
  const wrong = await confirmed(user, form, 'renewPassword')
  if (wrong) return wrong
  const { t } = await deskI18n()
  return { shown: { text: t('account.recoveryCodes'), lines: await newRecoveryCodes(user.id) } }
}

export async function endSignInAction(form: FormData): Promise<void> {
  const user = await allowed('write')
  const id = z.uuid().safeParse(form.get('id'))
  if (id.success) await endSignIns(user.id, { id: id.data })
  redirect(done('signIns'))
}

export async function endOtherSignInsAction(): Promise<void> {
  const user = await allowed('write')
  await endSignIns(user.id, { allBut: user.sessionId })
  redirect(done('signIns'))
}

/** Asks for the password again: somebody may have sat down at an open desk. What to answer when it is not right. */
async function confirmed(user: { id: string; email: string }, form: FormData, field: string) {
  const check = await confirmPassword(user, form.get(field))
  if (check.outcome === 'right') return null
  const { t } = await deskI18n()
  const error =
    check.outcome === 'wait'
      ? t('account.wait', minutesOf(check.seconds))
      : t(check.outcome === 'busy' ? 'account.busy' : 'account.currentWrong')
  return { errors: { [field]: error } } satisfies FormState
}
