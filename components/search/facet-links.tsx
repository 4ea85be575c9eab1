import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { withToggled } from '@/lib/search/changed-request'
import { searchPath } from '@/lib/search/request'
import type { FacetName, FacetValue, SearchResult } from '@/lib/search/search-result'

const SHOWN = 6

type Props = { name: FacetName; values: FacetValue[]; result: SearchResult; locale: Locale }

/** The values of a facet, each a link that adds or removes it; those chosen are always in sight. */
export function FacetLinks({ name, values, result, locale }: Props) {
  const shown = values.filter(({ isChosen }, at) => at < SHOWN || isChosen)
  const more = values.filter((value) => !shown.includes(value))
  const links = (some: FacetValue[]) => (
    <ul>
      {some.map((value) => (
        <li key={value.value}>
          <FacetLink name={name} value={value} result={result} locale={locale} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {links(shown)}
      {more.length > 0 && (
        <details>
          <summary className="inline-block py-1 text-accent text-meta">
            {i18n(locale).t('search.more', { count: more.length })}
          </summary>
          {links(more)}
        </details>
      )}
    </>
  )
}

function FacetLink({ name, value, result, locale }: { name: FacetName; value: FacetValue } & Omit<Props, 'values'>) {
  const { t, format, intlLocale } = i18n(locale)
  const { count, isChosen } = value
  const { isEstimate } = result
  // Names of languages begin small in Russian and Kazakh; here each stands alone.
  const label = value.label.charAt(0).toLocaleUpperCase(intlLocale) + value.label.slice(1)
  const href = inLocale(locale, searchPath(withToggled(result.request, name, value, result.facets)))
  return (
    <a
      href={href}
      rel="nofollow"
      aria-current={isChosen ? 'true' : undefined}
      className="group flex min-h-7 items-start gap-2.5 py-0.5 text-meta"
    >
      <span
        aria-hidden="true"
        className="mt-[0.2rem] grid size-4 shrink-0 place-items-center rounded-[3px] border border-field bg-sheet text-on-accent group-hover:border-accent group-aria-current:border-accent group-aria-current:bg-accent"
      >
        {isChosen && (
          <svg viewBox="0 0 12 12" className="size-3 fill-none stroke-2 stroke-current" aria-hidden="true">
            <path d="m2.5 6.5 2.5 2.5 4.5-5.5" />
          </svg>
        )}
      </span>
      <span
        lang={value.language === locale ? undefined : value.language}
        className="min-w-0 flex-1 group-hover:text-accent group-hover:underline"
      >
        {label}
      </span>
      <span className="text-muted text-small tabular-nums">
        <span aria-hidden="true">
          {isEstimate && '~'}
          {format.number(count)}
        </span>
        <span className="sr-only">
          {`, ${t(isEstimate ? 'search.countAbout' : 'search.count', { count })}`}
          {isChosen && `, ${t('search.chosen')}`}
        </span>
      </span>
    </a>
  )
}
