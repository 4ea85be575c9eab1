import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import type { Neighbour } from '@/lib/sessions/beside'
import { SessionTitle } from './said-text'

/** The way to the sessions before and after; where nobody recorded their order, it says so. */
export function SessionNeighbours(props: { previous: Neighbour | null; next: Neighbour | null; locale: Locale }) {
  const { previous, next, locale } = props
  const { t } = i18n(locale)
  if (!previous && !next) return null
  return (
    <nav
      aria-label={t('sessions.neighbours')}
      className="no-print mt-14 grid gap-x-10 gap-y-4 border-rule border-t pt-6 sm:grid-cols-2"
    >
      {previous && (
        <NeighbourLink
          session={previous}
          rel="prev"
          label={t(previous.isInOrder ? 'sessions.previous' : 'sessions.previousInList')}
          locale={locale}
        />
      )}
      {next && (
        <NeighbourLink
          session={next}
          rel="next"
          label={t(next.isInOrder ? 'sessions.next' : 'sessions.nextInList')}
          locale={locale}
        />
      )}
    </nav>
  )
}

function NeighbourLink(props: { session: Neighbour; rel: 'prev' | 'next'; label: string; locale: Locale }) {
  const { session, rel, label, locale } = props
  return (
    <a
      rel={rel}
      href={inLocale(locale, session.path)}
      className={`group block py-1 ${rel === 'next' ? 'sm:col-start-2 sm:text-end' : ''}`}
    >
      <span className="block text-muted text-small">{label}</span>
      <span className="font-serif text-item group-hover:text-accent group-hover:underline">
        <SessionTitle title={session.title} isTitleSupplied={session.isTitleSupplied} locale={locale} />
      </span>
    </a>
  )
}
