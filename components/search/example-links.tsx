import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { type SearchExample, searchExamples } from '@/lib/search/examples'
import { readSearchRequest, searchPath } from '@/lib/search/request'

/** The address of an example of the help. */
export const exampleLink = (name: SearchExample, locale: Locale) =>
  inLocale(locale, searchPath(readSearchRequest({ q: searchExamples[name][locale] })))

/** Some searches to try, beside a search box. */
export function ExampleLinks({ names, locale }: { names: readonly SearchExample[]; locale: Locale }) {
  return (
    <div className="no-print flex flex-wrap items-baseline gap-x-2.5 gap-y-2 pt-3.5 text-meta text-muted">
      <p id="examples">{i18n(locale).t('search.start.try')}</p>
      <ul aria-labelledby="examples" className="contents">
        {names.map((name) => (
          <li key={name}>
            <ExampleLink name={name} locale={locale} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** An example as it is typed, leading to what it finds. */
export function ExampleLink({ name, locale }: { name: SearchExample; locale: Locale }) {
  return (
    <a
      href={exampleLink(name, locale)}
      className="inline-block rounded-small border border-rule-strong bg-sheet px-2 py-0.5 text-muted text-small hover:border-accent hover:text-accent"
    >
      {searchExamples[name][locale]}
    </a>
  )
}
