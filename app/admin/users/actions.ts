'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { fieldErrors } from '@/lib/i18n/field-errors'
import { archiveLink, mailLink, sendsMail } from '@/lib/mail'
import { refreshDesk } from '@/lib/revalidate'
import { routes, withQuery } from '@/lib/routes'
import { invite, takeBackInvitation } from '@/lib/users/invitations'
import { invitationSchema } from '@/lib/users/schema'

const typed = z.object({ email: z.string().max(300), role: z.string().max(30) })

export async function inviteAction(_before: FormState, form: FormData): Promise<FormState> {
  const user = await allowed('administer')
  const words = await deskI18n()
  const { t } = words
  const values = typed.safeParse(Object.fromEntries(form)).data ?? {}
  const parsed = invitationSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { values, errors: fieldErrors(parsed.error, words) }
  const invitation = await invite(parsed.data, user.id)
  if (invitation === 'email-taken') return { values, errors: { email: t('users.emailTaken') } }
  refreshDesk() // the list below the form has one more
  const { email, role } = parsed.data
  const path = routes.invitation(invitation.token)
  const wasMailed =
    sendsMail() &&
    (await mailLink({
      to: email,
      subject: t('account.invitationSubject', { archive: t('site.name') }),
      text: t('account.invitationMail', { name: user.name, role: t(`users.roles.${role}`) }),
      path,
    }).then(
      () => true,
      () => false,
    ))
  const text = t(wasMailed ? 'users.invitationMailed' : 'users.invitationLink', { email })
  return { shown: { text, lines: [archiveLink(path)] } }
}

export async function withdrawInvitationAction(form: FormData): Promise<void> {
  const user = await allowed('administer')
  const id = z.uuid().safeParse(form.get('id'))
  if (id.success) await takeBackInvitation(id.data, user.id)
  redirect(withQuery(routes.users(), { done: 'invitation' }))
}
