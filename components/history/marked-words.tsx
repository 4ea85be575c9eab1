import type { ReactNode } from 'react'
import type { Translate } from '@/lib/i18n/translator'
import type { Piece } from '@/lib/revisions/word-difference'

/** How a text became another: what came and what went is marked, for eyes and for ears. */
export function MarkedWords({ pieces, language, t }: { pieces: readonly Piece[]; language: string; t: Translate }) {
  return (
    <p className="prose whitespace-pre-wrap font-serif text-said" lang={language}>
      {pieces.map(({ kind, text }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name, and are never put in another order
        if (kind === 'kept') return <span key={at}>{text}</span>
        const Mark = kind === 'added' ? Come : Gone
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Mark key={at} t={t}>
            {text}
          </Mark>
        )
      })}
    </p>
  )
}

type Marked = { t: Translate; children: ReactNode }

export const Come = ({ t, children }: Marked) => (
  <ins className="rounded-small bg-accent-wash px-0.5 decoration-accent">
    <span className="sr-only">{t('corrections.added')} </span>
    {children}
    <span className="sr-only"> {t('corrections.end')}</span>
  </ins>
)

export const Gone = ({ t, children }: Marked) => (
  <del className="rounded-small bg-gold-wash px-0.5 decoration-gold">
    <span className="sr-only">{t('corrections.removed')} </span>
    {children}
    <span className="sr-only"> {t('corrections.end')}</span>
  </del>
)
