import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, type Path, withQuery } from '@/lib/routes'

type Query = Parameters<typeof withQuery>[1]

/** Which page numbers to offer: the first, the last, and those around the current one; null stands for a gap. */
export function pagesToOffer(page: number, pages: number): (number | null)[] {
  const near = new Set([
    1,
    pages,
    page - 1,
    page,
    page + 1,
    ...(page <= 3 ? [2, 3] : []),
    ...(page >= pages - 2 ? [pages - 1, pages - 2] : []),
  ])
  const numbers = [...near].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b)
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1]
    return before !== undefined && number - before > 1 ? [null, number] : [number]
  })
}

/**
 * The pages of a list; `query` is the rest of the list's state, kept in every link, `later` what only the pages after
 * the first are asked with. Nothing when there is one page.
 */
export function Pagination(props: {
  page: number
  pages: number
  path: Path
  query?: Query
  later?: Query
  locale: Locale
}) {
  const { page, pages, locale } = props
  const { t } = i18n(locale)
  if (pages <= 1) return null
  const href = (to: number) =>
    inLocale(locale, withQuery(props.path, { ...props.query, ...(to > 1 ? { page: to, ...props.later } : {}) }))
  const look = 'inline-block min-w-9 rounded-small px-2.5 py-1.5 text-center'
  return (
    <nav
      aria-label={t('site.pages')}
      className="no-print flex flex-wrap items-center gap-1 border-rule border-t pt-6 text-meta"
    >
      {page > 1 && (
        <a rel="prev" className={`${look} quiet-link text-accent`} href={href(page - 1)}>
          {t('site.previous')}
        </a>
      )}
      {pagesToOffer(page, pages).map((number, index) =>
        number === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no identity of its own
          <span key={`gap-${index}`} aria-hidden="true" className="px-1 text-muted">
            …
          </span>
        ) : (
          <a
            key={number}
            href={href(number)}
            aria-label={t('site.page', { page: number })}
            aria-current={number === page ? 'page' : undefined}
            className={`${look} quiet-link aria-[current=page]:bg-accent aria-[current=page]:text-on-accent aria-[current=page]:no-underline`}
          >
            {number}
          </a>
        ),
      )}
      {page < pages && (
        <a rel="next" className={`${look} quiet-link text-accent`} href={href(page + 1)}>
          {t('site.next')}
        </a>
      )}
    </nav>
  )
}
