'use server'

import { z } from 'zod'
import type { FormState } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { turnOnTwoSteps } from '@/lib/auth/two-steps'

const sent = z.object({ code: z.string().max(50) })

export async function turnOnTwoStepsAction(_before: FormState, form: FormData): Promise<FormState> {
  const user = await allowed('write')
  const { t } = await deskI18n()
  const parsed = sent.safeParse(Object.fromEntries(form))
  const codes = parsed.success ? await turnOnTwoSteps(user.id, parsed.data.code) : 'wrong'
  if (codes === 'wrong') return { errors: { code: t('account.codeWrong') } }
  return { shown: { text: t('account.recoveryCodes'), lines: codes } }
}
