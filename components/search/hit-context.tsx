import { formatDay } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { SearchHit } from '@/lib/search/search-result'
import { MarkedLink, MarkedText } from './marked'

type Props = { hit: SearchHit; locale: Locale }

/** The last line of a hit: who spoke in a session, where a statement was made, in what capacity somebody appeared. */
export function HitContext({ hit, locale }: Props) {
  if (hit.kind === 'statement') return <Occasion hit={hit} locale={locale} />
  return (
    <>
      <Career hit={hit} locale={locale} />
      {hit.speakers.length > 0 && (
        <ul className="flex flex-wrap gap-x-[0.35em] pt-1.5 text-meta text-muted">
          {hit.speakers.map((speaker, index) => (
            <li key={speaker.path}>
              <MarkedLink to={speaker} locale={locale} className="inline-block py-0.5" />
              {index < hit.speakers.length - 1 && ','}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** "In “Renewal of international institutions”, Astana Think Tank Forum 2025 · 15 October 2025". */
function Occasion({ hit, locale }: Props) {
  const context = i18n(locale)
  const { session, edition, day } = hit
  const title = session && <MarkedLink to={session} locale={locale} isBracketed={session.isTitleSupplied} />
  const met = edition && <MarkedLink to={edition} locale={locale} />
  return (
    <p className="pt-1.5 text-meta text-muted">
      {title && met ? context.t.rich('search.inSession', { session: () => title, edition: () => met }) : met}
      {day && (
        <>
          {' · '}
          <time dateTime={day.toISOString().slice(0, 10)}>{formatDay(day, context)}</time>
        </>
      )}
    </p>
  )
}

/** "Senior adviser, Korea Foundation", and below it "2 sessions · latest in Astana Think Tank Forum 2025". */
function Career({ hit: { career }, locale }: Props) {
  if (!career) return null
  const { t } = i18n(locale)
  const { position, organisation, latest, sessions } = career
  return (
    <>
      {(position || organisation) && (
        <p className="pt-1 text-meta">
          {position && <MarkedText {...position} locale={locale} />}
          {position && organisation && ', '}
          {organisation && <MarkedLink to={organisation} locale={locale} />}
        </p>
      )}
      <p className="pt-0.5 text-meta text-muted">
        {t('words.countSessions', { count: sessions })}
        {latest && ' · '}
        {latest && t.rich('search.latestIn', { edition: () => <MarkedLink to={latest} locale={locale} /> })}
      </p>
    </>
  )
}
