import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, type Path } from '@/lib/routes'

export type FilterField = {
  /** As the address has it. */
  name: string
  label: string
  chosen: string | null
  /** What no choice means, where it is not all. */
  none?: string
  choices: { value: string; label: string; language?: string }[]
}

/**
 * Narrows a list by menus. The address is its whole state, so it works without JavaScript and can be sent to
 * somebody. `cutTo` says that menus offer only so many values.
 */
export function FilterForm({
  path,
  fields,
  cutTo,
  locale,
}: {
  path: Path
  fields: FilterField[]
  cutTo?: number | null
  locale: Locale
}) {
  const { t } = i18n(locale)
  const isFiltered = fields.some(({ chosen }) => chosen !== null)
  return (
    <search aria-label={t('words.filter.title')} className="no-print block pt-8">
      <form action={inLocale(locale, path)} autoComplete="off">
        <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
          {fields.map((field) => (
            <FilterMenu key={field.name} field={field} locale={locale} />
          ))}
          <div className="flex items-center gap-4">
            <button
              type="submit"
              className="rounded-small bg-accent px-4 py-2 font-semibold text-[0.9375rem] text-on-accent hover:bg-accent-ink"
            >
              {t('words.filter.show')}
            </button>
            {isFiltered && (
              <a className="link py-2 text-meta" href={inLocale(locale, path)}>
                {t('words.filter.clear')}
              </a>
            )}
          </div>
        </div>
        {cutTo && <p className="prose pt-3 text-muted text-small">{t('words.filter.cut', { count: cutTo })}</p>}
      </form>
    </search>
  )
}

/** A menu of a form that narrows a list. */
export function FilterMenu({ field, locale }: { field: FilterField; locale: Locale }) {
  const { name, label, chosen, none, choices } = field
  // A value from an address that names nothing stays visible: it is why the list is empty.
  const isUnknown = chosen !== null && !choices.some(({ value }) => value === chosen)
  return (
    <label className="min-w-0 flex-[1_1_9rem] text-muted text-small">
      {label}
      <select
        name={name}
        defaultValue={chosen ?? ''}
        className="mt-1 block h-10 w-full truncate rounded-small border border-field bg-sheet px-2.5 text-[0.9375rem] text-ink"
      >
        <option value="">{none ?? i18n(locale).t('site.all')}</option>
        {choices.map(({ value, label: choice, language = locale }) => (
          <option key={value} value={value} lang={language === locale ? undefined : language}>
            {choice}
          </option>
        ))}
        {isUnknown && <option value={chosen}>{chosen}</option>}
      </select>
    </label>
  )
}
