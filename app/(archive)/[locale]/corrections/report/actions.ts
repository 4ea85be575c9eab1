'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/components/form/action-form'
import { requestFacts } from '@/lib/auth/request-facts'
import { requireOwnOrigin } from '@/lib/auth/signed-in'
import { fileReport } from '@/lib/corrections/mutations'
import { reportErrors, reportedSchema, reportFields, reportSchema } from '@/lib/corrections/schema'
import { isBelievable } from '@/lib/corrections/shown-at'
import { defaultLocale, isLocale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'

const MOST_LETTERS = 5000

/** Takes a reader's report into the queue. Anybody may: it asks where it came from, how fast and how often. */
export async function reportErrorAction(_before: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const typed = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.slice(0, MOST_LETTERS) : ''
  }
  const asked = typed('locale')
  const locale = isLocale(asked) ? asked : defaultLocale
  const { t } = i18n(locale)
  const values = Object.fromEntries(reportFields.map((name) => [name, typed(name)]))
  const refused = (errors: Record<string, string>): FormState => ({ values, errors })
  const about = reportedSchema.safeParse({ record: typed('record'), version: typed('version') })
  if (!about.success) return refused({ form: t('corrections.error.notThere') })
  const parsed = reportSchema.safeParse(values)
  if (!parsed.success) {
    const wrong = Object.entries(reportErrors(parsed.error))
    return refused(Object.fromEntries(wrong.map(([name, key]) => [name, t(`corrections.error.${key ?? 'tooLong'}`)])))
  }
  if (!isBelievable(typed('shown'))) return refused({ form: t('corrections.error.tooSoon') })
  // No person sees this field. A program that fills it is told what it wants to hear.
  const isCountedOnly = typed('website') !== ''
  const { record, version } = about.data
  const outcome = await fileReport(
    { ...parsed.data, record, version, locale },
    { address: requestFacts().address, isCountedOnly },
  )
  if (outcome !== 'filed')
    return refused({ form: t(`corrections.error.${outcome === 'tooMany' ? 'tooMany' : 'notThere'}`) })
  redirect(inLocale(locale, routes.reportSent(record, version)))
}
