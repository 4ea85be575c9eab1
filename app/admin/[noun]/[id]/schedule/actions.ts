'use server'

import type { FormState } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import type { Noun } from '@/lib/revisions/nouns'
import { recordTimeZone } from '@/lib/revisions/record-zone'
import { scheduleAct } from '@/lib/revisions/review'
import { leadBack, readNoun, readSent } from '../publishing/lead-back'
import { readComingTime } from './coming-time'

/** Publishes the newest version at the time typed in the record's zone. */
export async function schedulePublicationAction(of: Noun, _before: FormState, form: FormData): Promise<FormState> {
  const by = await allowed('publish')
  const { t } = await deskI18n()
  const [noun, sent] = [readNoun(of), readSent(form)]
  const typed = String(form.get('at') ?? '').slice(0, 30)
  const refused = (at: string) => ({ values: { at: typed }, errors: { at } })
  if (!sent) return refused(t('deskPublish.problem.gone'))
  const at = readComingTime(typed, await recordTimeZone(sent.id))
  if (!at) return refused(t('deskPublish.notAComingTime'))
  const { kind } = await scheduleAct({ ...sent, by, act: 'publish', at })
  if (kind !== 'done') return refused(t(`deskPublish.problem.${kind}`))
  return leadBack(noun, sent.id, { done: 'scheduled' })
}
