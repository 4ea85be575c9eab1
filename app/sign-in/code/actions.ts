'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { requestFacts } from '@/lib/auth/request-facts'
import { safeReturnPath } from '@/lib/auth/return-path'
import { awaitedCode, finishSignIn, signInAgain } from '@/lib/auth/sign-in'
import { requireOwnOrigin } from '@/lib/auth/signed-in'
import { checkCode } from '@/lib/auth/two-steps'
import { minutesOf } from '@/lib/auth/waits'

const sent = z.object({ code: z.string().trim().max(50) })

export async function checkCodeAction(_before: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const awaited = await awaitedCode()
  if (!awaited) redirect(signInAgain())
  const { t } = await deskI18n()
  const parsed = sent.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { errors: { code: t('account.codeWrong') } }
  const check = await checkCode(awaited.userId, parsed.data.code, requestFacts().address)
  if (check.outcome === 'wait') return { errors: { code: t('account.wait', minutesOf(check.seconds)) } }
  if (check.outcome === 'wrong') return { errors: { code: t('account.codeWrong') } }
  await finishSignIn(awaited.userId, awaited.way)
  redirect(safeReturnPath(awaited.back))
}
