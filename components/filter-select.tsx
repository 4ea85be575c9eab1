import type { Locale } from '@/lib/i18n/locales'
import type { Said } from '@/lib/i18n/texts'

type Choice = { value: string; name: Said }

/** One filter of a list, in a form that asks by GET; the first choice is "all". */
export function FilterSelect(props: {
  name: string
  label: string
  all: string
  choices: readonly Choice[]
  chosen: string | null
  locale: Locale
}) {
  const { name, label, all, choices, chosen, locale } = props
  return (
    <label className="flex min-w-0 flex-col gap-1 text-meta text-muted">
      {label}
      <select
        name={name}
        defaultValue={chosen ?? ''}
        className="w-full min-w-0 rounded-small border border-field bg-sheet px-3 py-2 text-ink sm:w-64"
      >
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option
            key={choice.value}
            value={choice.value}
            lang={choice.name.language === locale ? undefined : choice.name.language}
          >
            {choice.name.value}
          </option>
        ))}
      </select>
    </label>
  )
}
