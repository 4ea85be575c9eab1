'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import type { FormState } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { answerSchema } from '@/lib/corrections/answer-schema'
import { answerReport } from '@/lib/corrections/mutations'
import { getReport } from '@/lib/corrections/queries'
import { isLocale, locales } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { mailLink, sendsMail } from '@/lib/mail'
import { publicNames } from '@/lib/revisions/public-names'
import { inLocale, routes, withQuery } from '@/lib/routes'

/** Answers a report in public, or discards it, and tells whoever left an address. */
export async function answerReportAction(_before: FormState, form: FormData): Promise<FormState> {
  const by = await allowed('publish')
  const { t } = await deskI18n()
  const typed = (name: string) => String(form.get(name) ?? '').slice(0, 3000)
  const names = ['decision', 'original', ...locales.map((locale) => `answer_${locale}`)]
  const values = Object.fromEntries(names.map((name) => [name, typed(name)]))
  const refused = (field: string, error: Parameters<typeof t>[0]) => ({ values, errors: { [field]: t(error) } })
  const id = z.uuid().safeParse(typed('id')).data
  const report = id ? await getReport(id) : null
  if (!id || !report) return refused('form', 'corrections.desk.error.gone')
  const parsed = answerSchema.safeParse({
    decision: typed('decision'),
    original: typed('original'),
    texts: Object.fromEntries(
      locales.map((locale) => [locale, { answer: typed(`answer_${locale}`), machine: typed(`machine_${locale}`) }]),
    ),
  })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    if (issue?.message === 'decisionMissing') return refused('decision', 'corrections.desk.error.decisionMissing')
    const [, language = 'en'] = (issue?.path ?? []).map(String)
    const error =
      issue?.message === 'answerMissing' ? 'corrections.desk.error.answerMissing' : 'corrections.error.tooLong'
    return refused(`answer_${language}`, error)
  }
  const outcome = await answerReport({ id, by, ...parsed.data })
  if (outcome.kind !== 'answered') return refused('form', `corrections.desk.error.${outcome.kind}`)
  const { state, texts } = parsed.data
  const { email } = outcome
  if (email && state !== 'discarded' && sendsMail()) {
    const locale = isLocale(report.locale) ? report.locale : 'en'
    const words = i18n(locale)
    const about = (await publicNames([report.record.id], locale)).get(report.record.id)
    const answer = texts.find(({ language }) => language === locale) ?? texts.find((text) => text.status === 'original')
    after(() =>
      mailLink({
        to: email,
        subject: words.t('corrections.mail.subject', { archive: words.t('site.name') }),
        text: answer?.answer ?? '',
        path: inLocale(locale, about ? routes.history(about.path) : routes.corrections()),
      }),
    )
  }
  redirect(withQuery(routes.reports(), { done: 'answered' }))
}
