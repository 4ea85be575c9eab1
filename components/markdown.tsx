import { Children, cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import type { Said } from '@/lib/i18n/texts'
import { renderMarkdown } from '@/lib/markdown'

type Parent = ReactElement<{ children?: ReactNode }>

/** A Markdown text of the archive as a block. `marks` (its citations) follow the last word. */
export function Markdown(props: { said: Said; locale: Locale; className?: string; marks?: ReactNode }) {
  const { said, locale, className = '', marks } = props
  const text = renderMarkdown(said.value) as Parent
  return (
    <div className={`prose ${className}`} lang={said.language === locale ? undefined : said.language}>
      {marks ? withMarks(text, marks) : text}
    </div>
  )
}

/** Marks belong into the last paragraph; after a list or a table they stand by themselves. */
function withMarks(text: Parent, marks: ReactNode): ReactNode {
  const blocks = Children.toArray(text.props.children)
  const last = blocks.findLastIndex((block) => isValidElement(block))
  const block = blocks[last]
  if (!isValidElement<{ children?: ReactNode }>(block) || block.type !== 'p') return [text, marks]
  return blocks.with(last, cloneElement(block, {}, block.props.children, marks))
}
