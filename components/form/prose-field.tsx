'use client'

import { type ReactElement, type ReactNode, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useEditor, useField } from './editor-context'
import { describedBy, fieldStyle, Labelled } from './labelled'
import { MarkdownToolbar } from './markdown-toolbar'

/** Several paragraphs. With `isMarkdown` a toolbar, and a preview made by what makes the public page. */
export function ProseField(props: {
  path: string
  label: string
  hint?: ReactNode
  isMarkdown?: boolean
  lang?: string
  rows?: number
}) {
  const { path, label, hint, isMarkdown = false, lang, rows = 5 } = props
  const { name, id, text, error, set } = useField(path)
  const { isAlive } = useEditor()
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      {isMarkdown && isAlive && <MarkdownToolbar for={id} />}
      <textarea
        {...{ id, name, lang }}
        rows={Math.max(rows, Math.min(20, text.split('\n').length + 1))}
        value={text}
        onChange={(event) => set(event.target.value)}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? true : undefined}
        className={`${fieldStyle} field-sizing-content max-h-[32rem] min-h-24`}
      />
      {isMarkdown && isAlive && text.trim() !== '' && <Preview text={text} lang={lang} />}
    </Labelled>
  )
}

function Preview({ text, lang }: { text: string; lang: string | undefined }) {
  const t = useTranslations('deskForm')
  const [isOpen, setOpen] = useState(false)
  const [rendered, setRendered] = useState<ReactElement | null>(null)
  useEffect(() => {
    if (!isOpen) return
    let isCurrent = true
    // Loaded when it is first wanted: it is the parser and sanitiser of the public pages.
    import('@/lib/markdown').then(({ renderMarkdown }) => isCurrent && setRendered(renderMarkdown(text)))
    return () => {
      isCurrent = false
    }
  }, [isOpen, text])
  return (
    <details className="mt-2" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-block py-1 text-accent text-meta">{t('preview')}</summary>
      <div lang={lang} className="prose mt-2 rounded-small border border-rule bg-sheet p-3">
        {rendered}
      </div>
    </details>
  )
}
