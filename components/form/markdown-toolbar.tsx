'use client'

import { createElement, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'

const buttons = [
  ['md-bold', 'bold', 'B'],
  ['md-italic', 'italic', 'I'],
  ['md-link', 'link', '↗'],
  ['md-unordered-list', 'list', '•'],
  ['md-ordered-list', 'numberedList', '1.'],
  ['md-quote', 'quote', '”'],
] as const

/** Buttons that write Markdown into a text area: one tab stop, arrow keys within (@github/markdown-toolbar-element). */
export function MarkdownToolbar({ for: target }: { for: string }) {
  const t = useTranslations('deskForm.toolbar')
  const [isDefined, setDefined] = useState(false)
  useEffect(() => {
    // It defines custom elements, which only a browser has.
    import('@github/markdown-toolbar-element').then(() => setDefined(true))
  }, [])
  if (!isDefined) return <div className="mt-1.5 h-8" />
  return createElement(
    'markdown-toolbar',
    { for: target, 'aria-label': t('label'), class: 'mt-1.5 flex gap-1' },
    ...buttons.map(([element, key, sign]) =>
      createElement(
        element,
        {
          key,
          'aria-label': t(key),
          title: t(key),
          class:
            'inline-flex size-8 cursor-pointer items-center justify-center rounded-small border border-rule bg-sheet font-semibold text-meta hover:border-accent hover:text-accent',
        },
        sign,
      ),
    ),
  )
}
