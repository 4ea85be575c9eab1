'use server'

import type { FormState } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { locales } from '@/lib/i18n/locales'
import { line } from '@/lib/revisions/content'
import type { Noun } from '@/lib/revisions/nouns'
import { withdrawRecord } from '@/lib/revisions/publish'
import { recordTimeZone } from '@/lib/revisions/record-zone'
import { scheduleAct } from '@/lib/revisions/review'
import { leadBack, readNoun, readSent } from '../publishing/lead-back'
import { readComingTime } from '../schedule/coming-time'

const MOST_LETTERS = 1000

/** Withdraws now, or at the time typed, with the reasons that the public reads. */
export async function withdrawAction(of: Noun, _before: FormState, form: FormData): Promise<FormState> {
  const by = await allowed('withdraw')
  const { t } = await deskI18n()
  const [noun, sent] = [readNoun(of), readSent(form)]
  const typed = Object.fromEntries(
    [...locales.map((locale) => `reason_${locale}`), 'at'].map((name) => [
      name,
      String(form.get(name) ?? '').slice(0, MOST_LETTERS),
    ]),
  )
  const refused = (errors: Record<string, string>) => ({ values: typed, errors })
  if (!sent) return refused({ reason_en: t('deskPublish.problem.gone') })
  const reasons = Object.fromEntries(
    locales.flatMap((locale) => {
      const reason = line(MOST_LETTERS).safeParse(typed[`reason_${locale}`]).data
      return reason ? [[locale, reason]] : []
    }),
  )
  if (!Object.keys(reasons).length) return refused({ reason_en: t('deskPublish.reasonMissing') })
  const at = typed.at ? readComingTime(typed.at, await recordTimeZone(sent.id)) : null
  if (typed.at && !at) return refused({ at: t('deskPublish.notAComingTime') })
  const { kind } = at
    ? await scheduleAct({ ...sent, by, act: 'withdraw', at, reasons })
    : await withdrawRecord({ ...sent, by, reasons })
  if (kind === 'done' || kind === 'withdrawn') return leadBack(noun, sent.id, { done: at ? 'scheduled' : 'withdrawn' })
  return refused({ reason_en: t(`deskPublish.problem.${kind}`) })
}
