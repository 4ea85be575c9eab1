import { formatDay } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { kindWord } from '@/lib/search/kind-word'
import type { SearchHit } from '@/lib/search/search-result'
import { SaidText } from '../said-text'
import { MarkedText } from './marked'

/** One thing found: what it is and where, its title, the passage that answers best, who spoke. */
export function SearchHitItem({ hit, locale }: { hit: SearchHit; locale: Locale }) {
  const { kind, title, passage, speakers, language } = hit
  const marked = <MarkedText runs={title} language={language} locale={locale} />
  const isSaid = kind === 'statement'
  return (
    <article className="border-rule border-b py-6" data-keep-together>
      <HitOrigin hit={hit} locale={locale} />
      <h3
        className={
          isSaid
            ? 'max-w-(--container-prose) text-said'
            : 'text-[1.1875rem] leading-snug tracking-[-0.005em] font-semibold sm:text-[1.25rem]'
        }
      >
        <a className="quiet-link" href={inLocale(locale, hit.path)}>
          {hit.isTitleSupplied ? <>[{marked}]</> : marked}
        </a>
      </h3>
      {passage && (
        <p className="max-w-(--container-prose) pt-1 font-serif text-[1.0625rem] leading-relaxed">
          <a className="quiet-link" href={inLocale(locale, passage.path)}>
            <MarkedText runs={passage.runs} language={language} locale={locale} />
          </a>
        </p>
      )}
      {speakers.length > 0 && (
        <ul className="flex flex-wrap gap-x-[0.35em] pt-1.5 text-meta text-muted">
          {speakers.map(({ name, path }, index) => (
            <li key={path}>
              <a className="quiet-link inline-block py-0.5" href={inLocale(locale, path)}>
                <MarkedText runs={name} language={language} locale={locale} />
              </a>
              {index < speakers.length - 1 && ','}
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

/** "Session · Astana Think Tank Forum 2025 · 15 October 2025". */
function HitOrigin({ hit, locale }: { hit: SearchHit; locale: Locale }) {
  const context = i18n(locale)
  const { kind, edition, day } = hit
  return (
    <p className="pb-0.5 text-small">
      <span className="font-semibold text-gold">{context.t(kindWord[kind])}</span>
      {edition && kind !== 'edition' && (
        <>
          <span className="text-gold"> · </span>
          <a className="quiet-link inline-block py-0.5 font-semibold text-gold" href={inLocale(locale, edition.path)}>
            <SaidText said={edition.name} locale={locale} />
          </a>
        </>
      )}
      {/* The first day of an edition may be known only by its month; its name has the year. */}
      {kind === 'session' && (
        <span className="text-muted">
          {' · '}
          {day ? (
            <time dateTime={day.toISOString().slice(0, 10)}>{formatDay(day, context)}</time>
          ) : (
            context.t('words.dayNotRecorded').toLocaleLowerCase(context.intlLocale)
          )}
        </span>
      )}
    </p>
  )
}
