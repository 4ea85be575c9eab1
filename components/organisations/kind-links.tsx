import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { OrganisationFilters } from '@/lib/organisations/filters'
import type { OrganisationList } from '@/lib/organisations/list'
import { inLocale, routes, withQuery } from '@/lib/routes'

const look =
  'inline-block rounded-small border border-rule-strong px-2.5 py-1 text-meta hover:border-accent hover:text-accent ' +
  'aria-current:border-accent aria-current:bg-accent aria-current:text-on-accent'

/** The kinds there are, each with how many organisations are of it, in the order of the interface's words. */
export function KindLinks(props: { list: OrganisationList; filters: OrganisationFilters; locale: Locale }) {
  const { list, filters, locale } = props
  const { t, format, intlLocale } = i18n(locale)
  const { compare } = new Intl.Collator(intlLocale)
  const kinds = list.kinds
    .map(({ kind, count }) => ({
      kind,
      count,
      name: kind === 'not_recorded' ? t('organisations.kindNotRecorded') : t(`words.organisationKind.${kind}`),
    }))
    .sort((a, b) => Number(a.kind === 'not_recorded') - Number(b.kind === 'not_recorded') || compare(a.name, b.name))
  const links = [{ kind: null, count: list.archived, name: t('site.all') }, ...kinds]
  if (kinds.length < 2 && !filters.kind) return null
  return (
    <nav aria-label={t('organisations.kinds')} className="no-print pt-8">
      <ul className="flex flex-wrap gap-2">
        {links.map(({ kind, count, name }) => (
          <li key={name}>
            <a
              className={look}
              href={inLocale(locale, withQuery(routes.organisations(), { kind }))}
              aria-current={filters.kind === kind ? 'true' : undefined}
            >
              {name} <span className="opacity-80">{format.number(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
