'use client'

import { locales } from '@/lib/i18n/locales'
import { titleIn } from '@/lib/revisions/edit-labels'
import { type FormValues, valueAt } from '@/lib/revisions/form-values'
import { newId } from '@/lib/revisions/new-id'
import { useEditor } from './editor-context'
import { LineField } from './line-field'
import { RowList } from './row-list'
import { useOriginal } from './text-languages'
import { useLanguageNames } from './use-language-names'

/** Rooms or tracks: a name in each language. */
export function NamedRows(props: { path: string; label: string; addLabel: string; empty: string }) {
  const { locale } = useEditor()
  return (
    <RowList
      {...props}
      blank={() => ({ id: newId(), texts: {} })}
      nameOf={({ texts }, at) => {
        const names = Object.fromEntries(
          Object.entries((texts ?? {}) as FormValues).map(([language, text]) => [
            language,
            String(valueAt(text, 'name') ?? ''),
          ]),
        )
        return titleIn(names, locale)?.title || String(at + 1)
      }}
    >
      {(row) => <NameInLanguages path={`${row}.texts`} label={props.label} field="name" />}
    </RowList>
  )
}

/** One short text in the languages of the interface, beside each other. */
export function NameInLanguages({ path, field }: { path: string; label: string; field: string }) {
  const nameOf = useLanguageNames()
  const { values } = useEditor()
  const original = useOriginal(path)
  const languages = [...new Set([...locales, ...Object.keys((valueAt(values, path) ?? {}) as object)])]
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      {languages.map((language) => (
        <div key={language} className="min-w-0">
          <LineField path={`${path}.${language}.${field}`} label={nameOf(language)} lang={language} />
          <KeptStatus path={`${path}.${language}`} isOriginal={language === original} />
        </div>
      ))}
    </div>
  )
}

/** How a text came to be, where the form does not ask: as it was. */
function KeptStatus({ path, isOriginal }: { path: string; isOriginal: boolean }) {
  const { values } = useEditor()
  const status = isOriginal ? 'original' : valueAt(values, `${path}.status`)
  const kept = status === 'original' && !isOriginal ? 'human' : (status ?? 'human')
  return (
    <>
      <input type="hidden" name={`${path}.status`} value={String(kept)} />
      <input type="hidden" name={`${path}.translator`} value={String(valueAt(values, `${path}.translator`) ?? '')} />
    </>
  )
}
