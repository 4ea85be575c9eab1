import { useTranslations } from 'use-intl'
import type { MergeRow } from './save-outcome'

/** A place that the other side changed: what was there, and what is there now. */
export function MergeRowText({ row }: { row: MergeRow }) {
  const t = useTranslations('deskForm.conflict')
  const { label, base, theirs } = row
  return (
    <li className="rounded-small bg-sheet p-2.5 [overflow-wrap:anywhere]">
      <span className="block text-meta text-muted">{label}</span>
      {base && (
        <>
          <del className="whitespace-pre-wrap rounded-small bg-gold-wash px-0.5 decoration-gold">
            <span className="sr-only">{t('before')} </span>
            {base}
          </del>{' '}
        </>
      )}
      <ins className="whitespace-pre-wrap rounded-small bg-accent-wash px-0.5 decoration-accent">
        <span className="sr-only">{t('now')} </span>
        {theirs || t('nothing')}
      </ins>
    </li>
  )
}
