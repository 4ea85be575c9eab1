'use client'

import { useTranslations } from 'use-intl'
import { small } from './button-styles'
import type { LocalCopy } from './use-local-copy'
import { useWhen } from './use-when'

/** That this browser holds something of the form that was never saved. */
export function LocalCopyNotice(props: { copy: LocalCopy; onTake: (copy: LocalCopy) => void; onDrop: () => void }) {
  const t = useTranslations('deskForm.localCopy')
  const time = useWhen()(props.copy.at)
  return (
    <div role="alert" className="my-6 rounded-card border border-gold bg-gold-wash p-4">
      <p className="font-semibold">{t('title', { time })}</p>
      <p className="pt-1 text-meta">{t('text')}</p>
      <div className="flex flex-wrap gap-2 pt-3">
        <button type="button" className={small} onClick={() => props.onTake(props.copy)}>
          {t('take')}
        </button>
        <button type="button" className={small} onClick={props.onDrop}>
          {t('drop')}
        </button>
      </div>
    </div>
  )
}
