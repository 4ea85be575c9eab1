'use client'

import { useTranslations } from 'use-intl'
import type { EditorStart } from './record-editor'
import type { Saving } from './use-saving'
import { useWhen } from './use-when'

/** Whether what is typed is saved, and if not, why. */
export function SaveLine({ saving, start }: { saving: Saving; start: EditorStart }) {
  const t = useTranslations('deskForm.state')
  const { state, isDirty, isSaving, saved } = saving
  const time = useWhen()(saved.at)
  const savedLine = saved.by
    ? t('savedBy', { time, name: saved.by, version: saved.version })
    : t('saved', { time, version: saved.version })
  const problem = {
    invalid: t('invalid'),
    stale: t('stale'),
    gone: t('gone'),
    refused: t('refused'),
    failed: t('failed'),
    signedOut: t('signedOut'),
    idle: '',
    saved: '',
  }[state.kind]
  const line = isSaving ? t('saving') : problem || (isDirty ? t('unsaved') : savedLine)
  return (
    <p role="status" className={`text-meta ${problem && !isSaving ? 'font-semibold text-gold' : 'text-muted'}`}>
      <span suppressHydrationWarning>{line}</span>
      {state.kind === 'signedOut' && !isSaving && (
        <>
          {' '}
          <a className="link" href={start.signIn} target="_blank" rel="noreferrer">
            {t('signIn')}
          </a>
        </>
      )}
    </p>
  )
}
