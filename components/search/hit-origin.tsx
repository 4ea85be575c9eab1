import type { ReactNode } from 'react'
import { formatDates, formatDay } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { kindWord } from '@/lib/search/kind-word'
import type { SearchHit } from '@/lib/search/search-result'
import { MarkedLink } from './marked'

/** "Session · Astana Think Tank Forum 2025 · 15 October 2025", "Statement · Charles McLean", "Edition · October 2025". */
export function HitOrigin({ hit, locale }: { hit: SearchHit; locale: Locale }) {
  const context = i18n(locale)
  const { kind, edition, speakers } = hit
  const named = kind === 'statement' ? speakers[0] : kind === 'session' ? edition : null
  return (
    <p className="pb-0.5 text-small">
      <span className="font-semibold text-gold">{context.t(kindWord[kind])}</span>
      {named && (
        <>
          <span className="text-gold"> · </span>
          <MarkedLink to={named} locale={locale} className="inline-block py-0.5 font-semibold text-gold" />
        </>
      )}
      <When>{whenOf(hit, context)}</When>
    </p>
  )
}

const When = ({ children }: { children: ReactNode }) =>
  children ? <span className="text-muted"> · {children}</span> : null

/** A statement says in its last line when it was made, beside the session. */
function whenOf({ kind, day, dates }: SearchHit, context: ReturnType<typeof i18n>): ReactNode {
  const lower = (words: string) => words.toLocaleLowerCase(context.intlLocale)
  if (kind === 'edition') return (dates && formatDates(dates, context)) ?? lower(context.t('words.datesNotRecorded'))
  if (kind !== 'session') return null
  return day ? (
    <time dateTime={day.toISOString().slice(0, 10)}>{formatDay(day, context)}</time>
  ) : (
    lower(context.t('words.dayNotRecorded'))
  )
}
