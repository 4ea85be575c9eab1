'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import type { FormState } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { requireOwnOrigin } from '@/lib/auth/signed-in'
import { fieldErrors } from '@/lib/i18n/field-errors'
import { isLocale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { mailLink, sendsMail } from '@/lib/mail'
import { routes, withQuery } from '@/lib/routes'
import { newMailedResetLink } from '@/lib/users/password-reset'
import { emailSchema } from '@/lib/users/schema'

const sent = z.object({ email: emailSchema })

/** Says the same, and as fast, whoever it is: whether there is such an account is looked up after the answer. */
export async function sendResetLinkAction(_before: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const words = await deskI18n()
  const parsed = sent.safeParse(Object.fromEntries(form))
  if (!parsed.success) {
    const typed = form.get('email')
    return {
      values: { email: typeof typed === 'string' ? typed.slice(0, 300) : '' },
      errors: fieldErrors(parsed.error, words),
    }
  }
  const { email } = parsed.data
  if (sendsMail()) {
    after(async () => {
      const link = await newMailedResetLink(email)
      if (!link) return
      const { t } = isLocale(link.locale) ? i18n(link.locale) : words
      await mailLink({
        to: email,
        subject: t('account.resetSubject', { archive: t('site.name') }),
        text: t('account.resetMail'),
        path: routes.newPassword(link.token),
      })
    })
  }
  redirect(withQuery(routes.forgottenPassword(), { done: '1' }))
}
