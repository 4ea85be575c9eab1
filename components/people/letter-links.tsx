import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { SpeakerFilters } from '@/lib/people/filters'
import type { SpeakerList } from '@/lib/people/list'
import { inLocale, routes, withQuery } from '@/lib/routes'

const look =
  'quiet-link inline-block min-w-8 rounded-small px-2 py-1 text-center text-item ' +
  'aria-current:bg-accent aria-current:text-on-accent aria-current:no-underline'

/** The letters under which there are speakers, each leading to its own. */
export function LetterLinks(props: { letters: SpeakerList['letters']; filters: SpeakerFilters; locale: Locale }) {
  const { letters, filters, locale } = props
  const { t } = i18n(locale)
  const href = (letter: string | null) => inLocale(locale, withQuery(routes.speakers(), { ...filters, letter }))
  if (letters.length < 2 && !filters.letter) return null
  return (
    <nav aria-label={t('people.letters')} className="no-print pt-7">
      <ul className="flex flex-wrap gap-0.5">
        <li>
          <a className={look} href={href(null)} aria-current={filters.letter ? undefined : 'true'}>
            {t('site.all')}
          </a>
        </li>
        {letters.map(({ letter, count }) => (
          <li key={letter}>
            <a
              className={`${look} font-serif`}
              href={href(letter)}
              aria-current={filters.letter === letter ? 'true' : undefined}
              aria-label={`${letter === '#' ? t('people.otherCharacters') : letter}: ${t('words.countSpeakers', { count })}`}
            >
              {letter}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
