'use client'

import { useTranslations } from 'use-intl'
import { titleIn } from '@/lib/revisions/edit-labels'
import { newId } from '@/lib/revisions/new-id'
import { useEditor } from './editor-context'
import { LineField } from './line-field'
import { RecordPicker } from './record-picker'
import { RowList } from './row-list'
import { useOriginal } from './text-languages'

/** The sources of a record, each with its place in it and what it supports. */
export function CitationsField({ path = 'citations', label }: { path?: string; label?: string }) {
  const t = useTranslations('deskForm.citations')
  const { labels, locale } = useEditor()
  return (
    <RowList
      path={path}
      label={label ?? t('label')}
      addLabel={t('add')}
      empty={t('empty')}
      blank={() => ({ id: newId(), source: null, locator: null, claim: null, texts: {} })}
      nameOf={({ source }, at) =>
        titleIn(labels[String(source)]?.titles ?? {}, locale)?.title ?? t('nth', { number: at + 1 })
      }
    >
      {(row) => (
        <>
          <RecordPicker path={`${row}.source`} noun="source" label={t('source')} canCreate />
          <div className="grid gap-4 sm:grid-cols-2">
            <LineField path={`${row}.locator`} label={t('locator')} hint={t('locatorHint')} />
            <LineField path={`${row}.claim`} label={t('claim')} hint={t('claimHint')} />
          </div>
          <CitationNote path={`${row}.texts`} label={t('note')} />
        </>
      )}
    </RowList>
  )
}

function CitationNote({ path, label }: { path: string; label: string }) {
  const original = useOriginal(path)
  return (
    <>
      <LineField path={`${path}.${original}.note`} label={label} lang={original} />
      <KeptTexts path={path} except={`${path}.${original}.note`} />
    </>
  )
}

/** Texts that this form shows no field for, such as a note's translations: kept as they are. */
export function KeptTexts({ path, except }: { path: string; except: string }) {
  const { values } = useEditor()
  return flatten(values, path)
    .filter(([name]) => name !== except)
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

function flatten(values: unknown, path: string): [string, string][] {
  let at: unknown = values
  for (const part of path.split('.')) at = (at as Record<string, unknown> | undefined)?.[part]
  const walk = (value: unknown, name: string): [string, string][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => walk(each, `${name}.${key}`))
      : [[name, value === null || value === undefined ? '' : String(value)]]
  return at === undefined || at === null ? [] : walk(at, path)
}
