import type { Translate } from '@/lib/i18n/translator'

const acts = [
  'create',
  'save',
  'autosave',
  'submit',
  'send_back',
  'schedule',
  'schedule_failed',
  'unschedule',
  'publish',
  'withdraw',
  'adopt',
  'preview_link',
  'preview_link_end',
  'restore',
  'merge',
  'bin',
  'unbin',
  'erase',
  'join',
  'unmerge',
  'not_same',
  'bulk',
  'bulk_undo',
  'import',
  'import_undo',
  'paste_undo',
  'undo',
] as const

/** What an act of the audit such as `record.publish` did to a record, in words; null for any other act. */
export function recordActInWords(act: string, t: Translate): string | null {
  if (act === 'record.redact') return t('corrections.act.redact')
  const one = acts.find((each) => act === `record.${each}`)
  return one ? t(`deskLists.act.${one}`) : null
}
