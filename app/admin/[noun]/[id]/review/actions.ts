'use server'

import type { FormState } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { prose } from '@/lib/revisions/content'
import type { Noun } from '@/lib/revisions/nouns'
import { sendBack } from '@/lib/revisions/review'
import { leadBack, readNoun, readSent } from '../publishing/lead-back'

const MOST_LETTERS = 5000

/** Gives a version back to its author with a remark; what was typed comes back if it cannot. */
export async function sendBackAction(of: Noun, _before: FormState, form: FormData): Promise<FormState> {
  const by = await allowed('publish')
  const { t } = await deskI18n()
  const [noun, sent] = [readNoun(of), readSent(form)]
  const typed = String(form.get('remark') ?? '').slice(0, MOST_LETTERS)
  const remark = prose(MOST_LETTERS).safeParse(typed).data
  const refused = (error: string) => ({ values: { remark: typed }, errors: { remark: error } })
  if (!sent) return refused(t('deskPublish.problem.gone'))
  if (!remark) return refused(t('deskPublish.remarkMissing'))
  const { kind } = await sendBack({ ...sent, by, remark })
  if (kind !== 'done') return refused(t(`deskPublish.problem.${kind}`))
  return leadBack(noun, sent.id, { done: 'sentBack' })
}
