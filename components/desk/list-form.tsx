import { type FilterField, FilterMenu } from '@/components/filter-form'
import type { I18n } from '@/lib/i18n/translator'
import type { Path } from '@/lib/routes'

/** Searches, narrows and sorts a list of the desk: a form whose state is the address. */
export function ListForm(props: {
  path: Path
  text: string | null
  fields: FilterField[]
  isFiltered: boolean
  i18n: I18n
}) {
  const { path, text, fields, i18n } = props
  const { t, locale } = i18n
  return (
    <search aria-label={t('words.filter.title')} className="block pt-6">
      <form action={path} autoComplete="off" className="grid gap-3">
        <div>
          <label htmlFor="list-search" className="font-semibold">
            {t('deskLists.search')}
          </label>
          <p id="list-search-hint" className="text-meta text-muted">
            {t('deskLists.searchHint')}
          </p>
          <input
            id="list-search"
            type="search"
            name="q"
            maxLength={200}
            defaultValue={text ?? ''}
            aria-describedby="list-search-hint"
            className="mt-1.5 w-full rounded-small border border-field bg-sheet px-3 py-2"
          />
        </div>
        <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
          {fields.map((field) => (
            <FilterMenu key={field.name} field={field} locale={locale} />
          ))}
        </div>
        <div className="flex items-center gap-4">
          <button
            type="submit"
            className="rounded-small bg-accent px-4 py-2 font-semibold text-[0.9375rem] text-on-accent hover:bg-accent-ink"
          >
            {t('words.filter.show')}
          </button>
          {props.isFiltered && (
            <a className="link py-2 text-meta" href={path}>
              {t('words.filter.clear')}
            </a>
          )}
        </div>
      </form>
    </search>
  )
}
