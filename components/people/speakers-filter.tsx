import { FilterSelect } from '@/components/filter-select'
import { SaidText } from '@/components/said-text'
import type { Choice } from '@/lib/filter-choices'
import type { Locale } from '@/lib/i18n/locales'
import type { Said } from '@/lib/i18n/texts'
import { i18n } from '@/lib/i18n/translator'
import type { SpeakerFilters } from '@/lib/people/filters'
import { inLocale, routes } from '@/lib/routes'

/** Narrows the list of speakers. What a link from a topic or organisation chose is kept, and can be given up. */
export function SpeakersFilter(props: {
  filters: SpeakerFilters
  choices: Record<'edition' | 'country', Choice[]>
  /** The organisation and topic chosen, by name. */
  names: Said[]
  locale: Locale
}) {
  const { filters, choices, names, locale } = props
  const { t } = i18n(locale)
  const { organisation, topic } = filters
  const isNarrowed = Object.values(filters).some((value) => value !== null)
  return (
    <search aria-label={t('people.narrow')} className="no-print block pt-8">
      <form action={inLocale(locale, routes.speakers())} className="flex flex-wrap items-end gap-x-4 gap-y-3">
        {organisation && <input type="hidden" name="organisation" value={organisation} />}
        {topic && <input type="hidden" name="topic" value={topic} />}
        <FilterSelect
          name="edition"
          label={t('words.edition')}
          all={t('people.allEditions')}
          choices={choices.edition}
          chosen={filters.edition}
          locale={locale}
        />
        <FilterSelect
          name="country"
          label={t('people.countryOfAppearance')}
          all={t('people.allCountries')}
          choices={choices.country}
          chosen={filters.country}
          locale={locale}
        />
        <button
          type="submit"
          className="rounded-small bg-accent px-4 py-2 font-semibold text-meta text-on-accent hover:bg-accent-ink"
        >
          {t('people.show')}
        </button>
        {isNarrowed && (
          <a className="link py-2 text-meta" href={inLocale(locale, routes.speakers())}>
            {t('people.showAll')}
          </a>
        )}
      </form>
      {names.length > 0 && (
        <ul className="flex flex-wrap gap-2 pt-4">
          {names.map((name) => (
            <li key={name.value} className="rounded-small bg-accent-wash px-2 py-0.5 text-accent-ink text-small">
              <SaidText said={name} locale={locale} />
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}
