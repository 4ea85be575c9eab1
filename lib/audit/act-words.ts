import type { Translate } from '@/lib/i18n/translator'
import { recordActInWords } from '@/lib/revisions/act-words'

/** Acts that have words of their own in the interface; any other is shown as it is written. */
const known = [
  'account_created',
  'archive_imported',
  'blocking_points',
  'invitation_withdrawn',
  'password_changed',
  'password_reset',
  'profile_changed',
  'programme_published',
  'provider_linked',
  'recovery_codes_renewed',
  'reset_link_made',
  'reset_link_mailed',
  'role_changed',
  'sign_ins_ended',
  'signed_in',
  'two_steps_off',
  'two_steps_on',
  'user_disabled',
  'user_enabled',
  'user_invited',
] as const

const answers = ['accepted', 'declined', 'discarded'] as const

export function actInWords(act: string, t: Translate): string {
  const one = known.find((each) => each === act)
  if (one) return t(`audit.acts.${one}`)
  const answer = answers.find((each) => act === `correction.${each}`)
  return answer ? t(`corrections.act.${answer}`) : (recordActInWords(act, t) ?? act)
}
