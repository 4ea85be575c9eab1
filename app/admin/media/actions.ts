'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { removeMedia } from '@/lib/media/mutations'
import { saveWords } from '@/lib/media/save-words'
import { routes, withQuery } from '@/lib/routes'

const idIn = z.object({ id: z.uuid() })
const typedIn = z.record(z.string(), z.string().max(5000).catch(''))

export async function saveMediaAction(_before: FormState, form: FormData): Promise<FormState> {
  const user = await allowed('write')
  const { id } = idIn.safeParse(Object.fromEntries(form)).data ?? notFound()
  const values = typedIn.parse(Object.fromEntries(form))
  const errors = (await saveWords(id, values, user, await deskI18n())) ?? notFound()
  if (Object.keys(errors).length) return { values, errors }
  redirect(withQuery(routes.oneMedia(id), { done: 'saved' }))
}

export async function removeMediaAction(form: FormData): Promise<void> {
  const user = await allowed('write')
  const { id } = idIn.safeParse(Object.fromEntries(form)).data ?? notFound()
  const outcome = await removeMedia(id, user)
  redirect(
    outcome === 'used'
      ? withQuery(routes.oneMedia(id), { problem: 'used' })
      : withQuery(routes.deskMedia(), { done: 'removed' }),
  )
}
