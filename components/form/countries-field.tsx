'use client'

import { useTranslations } from 'use-intl'
import { useEditor, useList } from './editor-context'
import { fieldStyle, Labelled } from './labelled'

/** Several countries: a ticked box each, and a menu to add one. */
export function CountriesField({ path, label, hint }: { path: string; label: string; hint?: string }) {
  const t = useTranslations('deskForm')
  const { items, add, remove } = useList(path)
  const { isAlive, countries } = useEditor()
  const codes = items.map(String)
  const nameOf = (code: string) => countries.find(({ value }) => value === code)?.label ?? code
  const left = countries.filter(({ value }) => !codes.includes(value))
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{label}</legend>
      <Labelled id={path} label={label} hint={hint}>
        {codes.length > 0 && (
          <ul className="flex flex-wrap gap-2 pt-2">
            {codes.map((code, at) => (
              <li key={code}>
                <label className="inline-flex items-center gap-2 rounded-small bg-accent-wash px-2.5 py-1 text-accent-ink">
                  <input
                    type="checkbox"
                    name={`${path}.${at}`}
                    value={code}
                    {...(isAlive ? { checked: true, onChange: () => remove(at) } : { defaultChecked: true })}
                    className="size-4 accent-accent"
                  />
                  {nameOf(code)}
                </label>
              </li>
            ))}
          </ul>
        )}
        <select
          id={path}
          {...(isAlive
            ? { value: '', onChange: (event) => event.target.value && add(event.target.value) }
            : { name: `${path}.${codes.length}`, defaultValue: '' })}
          aria-describedby={hint ? `${path}-hint` : undefined}
          className={fieldStyle}
        >
          <option value="">{t('addCountry')}</option>
          {left.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Labelled>
    </fieldset>
  )
}
