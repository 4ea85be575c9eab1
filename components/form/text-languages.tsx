'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { locales } from '@/lib/i18n/locales'
import { type FormValues, valueAt } from '@/lib/revisions/form-values'
import { ChoiceField } from './choice-field'
import { useEditor } from './editor-context'
import { fieldStyle, Labelled } from './labelled'
import { LineField } from './line-field'
import { ProseField } from './prose-field'
import { useLanguageNames } from './use-language-names'

/** A text that a record has in each language. */
export type TextField = {
  field: string
  label: string
  hint?: string
  kind: 'line' | 'prose' | 'markdown'
}

/** The language of the original, by what the texts say; the desk's own while there is none. */
export function useOriginal(base = 'texts'): string {
  const { values, locale } = useEditor()
  const texts = (valueAt(values, base) ?? {}) as FormValues
  return Object.keys(texts).find((language) => valueAt(texts, `${language}.status`) === 'original') ?? locale
}

function OneText({ text, path, language }: { text: TextField; path: string; language: string }) {
  const shared = { path: `${path}.${text.field}`, label: text.label, hint: text.hint, lang: language }
  if (text.kind === 'line') return <LineField {...shared} />
  return <ProseField {...shared} isMarkdown={text.kind === 'markdown'} />
}

/** The texts in the original language, and which that is. */
export function OriginalTexts({ texts, base = 'texts' }: { texts: readonly TextField[]; base?: string }) {
  const original = useOriginal(base)
  const { values, set, isAlive, languages } = useEditor()
  const t = useTranslations('deskForm.texts')
  const nameOf = useLanguageNames()
  const change = (language: string) => {
    const all = { ...((valueAt(values, base) ?? {}) as Record<string, FormValues>) }
    if (all[original]) all[original] = { ...all[original], status: 'human' }
    all[language] = { ...all[language], status: 'original' }
    set(base, all)
  }
  return (
    <>
      {texts.map((text) => (
        <OneText key={text.field} {...{ text }} path={`${base}.${original}`} language={original} />
      ))}
      {isAlive ? (
        <Labelled id={`${base}-original`} label={t('original')} hint={t('originalHint')}>
          <select
            id={`${base}-original`}
            value={original}
            onChange={(event) => change(event.target.value)}
            aria-describedby={`${base}-original-hint`}
            className={fieldStyle}
          >
            {[...new Set([...locales, original, ...Object.keys(languages)])].map((language) => (
              <option key={language} value={language}>
                {nameOf(language)}
              </option>
            ))}
          </select>
        </Labelled>
      ) : null}
      <input type="hidden" name={`${base}.${original}.status`} value="original" />
    </>
  )
}

/** The other languages, each beside the original, with how its text came to be. */
export function Translations({ texts, base = 'texts' }: { texts: readonly TextField[]; base?: string }) {
  const original = useOriginal(base)
  const { values } = useEditor()
  const t = useTranslations('deskForm.texts')
  const nameOf = useLanguageNames()
  const there = Object.keys((valueAt(values, base) ?? {}) as object)
  const languages = [...new Set([...locales, ...there])].filter((language) => language !== original)
  return (
    <div className="space-y-8">
      {languages.map((language) => (
        <fieldset key={language} className="min-w-0 rounded-card border border-rule p-4">
          <legend className="px-1 font-semibold font-serif text-item">{nameOf(language)}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            <ChoiceField
              path={`${base}.${language}.status`}
              label={t('status')}
              choices={[
                { value: 'human', label: t('human') },
                { value: 'machine', label: t('machine') },
              ]}
            />
            <LineField path={`${base}.${language}.translator`} label={t('translator')} />
          </div>
          <div className="space-y-5 pt-5">
            {texts.map((text) => (
              <SideBySide
                key={text.field}
                original={valueAt(values, `${base}.${original}.${text.field}`)}
                language={original}
                label={t('inOriginal', { language: nameOf(original) })}
              >
                <OneText {...{ text, language }} path={`${base}.${language}`} />
              </SideBySide>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}

function SideBySide(props: { original: unknown; language: string; label: string; children: ReactNode }) {
  const { original } = props
  if (typeof original !== 'string' || original === '') return props.children
  return (
    <div className="grid gap-x-5 gap-y-2 xl:grid-cols-2">
      <div className="min-w-0 xl:order-last">
        <p className="text-meta text-muted">{props.label}</p>
        <p
          lang={props.language}
          className="mt-1 max-h-64 overflow-y-auto whitespace-pre-wrap border-rule border-s-2 ps-3"
        >
          {original}
        </p>
      </div>
      {props.children}
    </div>
  )
}

/** How many of the interface's languages have a text, for the heading of the section. */
export function useTranslated(field: string, base = 'texts') {
  const { values } = useEditor()
  return locales.filter((locale) => valueAt(values, `${base}.${locale}.${field}`)).length
}
