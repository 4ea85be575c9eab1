'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { Presence } from './use-presence'

/** Who else has the record open, and that one of them saved it meanwhile. */
export function PresenceLine({ present, lock }: { present: Presence | null; lock: number }) {
  const t = useTranslations('deskForm.presence')
  const format = useFormatter()
  if (!present) return null
  const { others, by, version } = present
  return (
    <p role="status" aria-label={t('label')} className="text-meta">
      {others.length > 0 && (
        <span className="inline-block rounded-small bg-accent-wash px-2 py-0.5 text-accent-ink">
          {t('here', { names: format.list(others), count: others.length })}
        </span>
      )}{' '}
      {present.lock > lock && by && <span>{t('savedSince', { name: by, version })}</span>}
    </p>
  )
}
