'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { likelyDuplicates } from '@/lib/revisions/find-records'
import { type Noun, nounPlurals, nouns } from '@/lib/revisions/nouns'
import { registry } from '@/lib/revisions/registry'
import { createRecord } from '@/lib/revisions/save'
import { parentField, titleFieldOf } from '@/lib/revisions/sent-form'
import { routes } from '@/lib/routes'

const sent = z.object({
  title: z.string().trim().max(20_000),
  language: z.string().max(35),
  parent: z.string().max(40).optional(),
  session: z.string().max(40).optional(),
  timeZone: z.string().max(60).optional(),
  year: z.string().max(10).optional(),
})

/** Makes a draft of the little that it needs to be one, and leads to its form. */
export async function createRecordAction(noun: Noun, before: FormState, form: FormData): Promise<FormState> {
  const user = await allowed('write')
  const { t } = await deskI18n()
  const parsed = sent.safeParse(Object.fromEntries(form))
  if (!parsed.success || !nouns.includes(noun)) return { errors: { form: t('deskForm.error.wrong') } }
  const { title, language, parent, session, timeZone, year } = parsed.data
  const values = parsed.data as Record<string, string>
  const above = parentField[noun]
  if (!title && noun !== 'edition') return { values, errors: { title: t('deskForm.error.titleMissing') } }
  if (above && !parent) return { values, errors: { parent: t('deskForm.error.parentMissing') } }
  const { content, errors } = registry[noun].parse({
    ...(above ? { [above]: parent } : {}),
    ...(session ? { session } : {}),
    ...(noun === 'edition' ? { timeZone, year } : {}),
    texts: { [language]: { status: 'original', [titleFieldOf[noun]]: title } },
  })
  if (errors) {
    const [key] = Object.values(errors)
    const field = Object.keys(errors)[0] ?? ''
    const at = field in values ? field : field === above ? 'parent' : 'title'
    return { values, errors: { [at]: t(`deskForm.error.${key ?? 'wrong'}` as 'deskForm.error.wrong') } }
  }
  const wasTold = before.values?.title === title && before.errors?.title !== undefined
  const same = wasTold ? [] : await likelyDuplicates(noun, [title], { locale: user.locale })
  if (same.length) {
    const names = same.map(({ title }) => title).join(', ')
    return { values, errors: { title: t('deskForm.error.likelySame', { names }) } }
  }
  const { id } = await createRecord(noun, content, user)
  redirect(routes.record(nounPlurals[noun], id))
}
