'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { locales } from '@/lib/i18n/locales'
import { line } from '@/lib/revisions/content'
import { type Noun, nounPlurals } from '@/lib/revisions/nouns'
import { redactVersion } from '@/lib/revisions/redact'
import { routes, withQuery } from '@/lib/routes'
import { readNoun } from '../publishing/lead-back'

const MOST_LETTERS = 1000
const sent = z.object({ id: z.uuid(), version: z.coerce.number().int().min(1).max(1_000_000) })

/** Removes the content of one published version for ever, with the reason that the public reads. */
export async function redactVersionAction(of: Noun, _before: FormState, form: FormData): Promise<FormState> {
  const { id: by, name } = await allowed('administer')
  const { t } = await deskI18n()
  const noun = readNoun(of)
  const typed = Object.fromEntries(
    ['version', ...locales.map((locale) => `reason_${locale}`)].map((field) => [
      field,
      String(form.get(field) ?? '').slice(0, MOST_LETTERS),
    ]),
  )
  const refused = (errors: Record<string, string>) => ({ values: typed, errors })
  const parsed = sent.safeParse({ id: form.get('id'), version: typed.version })
  if (!parsed.success) return refused({ version: t('corrections.versions.error.notPublished') })
  const reasons = Object.fromEntries(
    locales.flatMap((locale) => {
      const reason = line(MOST_LETTERS).safeParse(typed[`reason_${locale}`]).data
      return reason ? [[locale, reason]] : []
    }),
  )
  if (!Object.keys(reasons).length) return refused({ reason_en: t('corrections.versions.error.reasonMissing') })
  const outcome = await redactVersion({ ...parsed.data, by: { id: by, name }, reasons })
  if (outcome !== 'redacted')
    return refused({ version: t(`corrections.versions.error.${outcome === 'gone' ? 'notPublished' : outcome}`) })
  redirect(withQuery(routes.recordVersions(nounPlurals[noun], parsed.data.id), { done: 'redacted' }))
}
