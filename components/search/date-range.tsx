import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'
import type { SearchRequest } from '@/lib/search/search-result'
import { StateFields } from './state-fields'

/** The first and the last day of what is looked for. */
export function DateRange({ request, locale }: { request: SearchRequest; locale: Locale }) {
  const { t } = i18n(locale)
  const field = (name: 'from' | 'to') => (
    <label className="flex items-center justify-between gap-3 text-meta text-muted">
      {t(`search.${name}`)}
      <input
        type="date"
        name={name}
        min="1800-01-01"
        max="2200-12-31"
        defaultValue={request[name] ?? undefined}
        className="h-9 w-38 rounded-small border border-field bg-sheet px-2 text-ink text-meta"
      />
    </label>
  )
  return (
    <form action={inLocale(locale, routes.search())} autoComplete="off" className="grid max-w-80 gap-2">
      <StateFields request={request} except={['from', 'to']} />
      {field('from')}
      {field('to')}
      <button
        type="submit"
        className="justify-self-end rounded-small border border-rule-strong px-3 py-1.5 text-meta hover:border-accent hover:text-accent"
      >
        {t('words.filter.show')}
      </button>
    </form>
  )
}
