import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { Paged } from '@/lib/pagination'
import { inLocale, type Path, withQuery } from '@/lib/routes'

type Query = Parameters<typeof withQuery>[1]

/** What stands in place of a list without items: what would be here, and the way to where there is something. */
export function EmptyList(props: {
  list: Paged<unknown>
  path: Path
  /** The rest of the list's state. */
  filters: Query
  /** In words, when the filters let nothing through, and when there is nothing at all. */
  words: { noneFound: string; noneArchived: string }
  locale: Locale
}) {
  const { list, path, filters, words, locale } = props
  const { t } = i18n(locale)
  if (list.items.length > 0) return null
  const isFiltered = Object.values(filters).some((value) => value !== null)
  const way =
    list.total > 0
      ? { label: t('words.list.firstPage'), href: inLocale(locale, withQuery(path, filters)) }
      : isFiltered && { label: t('words.filter.clear'), href: inLocale(locale, path) }
  return (
    <div className="prose border-rule border-t py-8">
      <p>
        {list.total > 0
          ? t('words.list.noSuchPage', { page: list.page })
          : isFiltered
            ? words.noneFound
            : words.noneArchived}
      </p>
      {way && (
        <p>
          <a className="link" href={way.href}>
            {way.label}
          </a>
        </p>
      )}
    </div>
  )
}
