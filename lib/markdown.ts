import { Fragment, type ReactElement } from 'react'
import { jsx, jsxs } from 'react/jsx-runtime'
import rehypeReact from 'rehype-react'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

/** Headings, images and raw HTML have no place inside a record's text; links lead to http, https and mailto only. */
const schema = {
  ...defaultSchema,
  tagNames: [
    'p',
    'br',
    'em',
    'strong',
    'del',
    'a',
    'ul',
    'ol',
    'li',
    'blockquote',
    'code',
    'pre',
    'hr',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  protocols: { href: ['http', 'https', 'mailto'] },
  attributes: { a: ['href'], th: ['align'], td: ['align'], ol: ['start'] },
}

const toHtmlTree = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeSanitize, schema)
const toReact = toHtmlTree().use(rehypeReact, { Fragment, jsx, jsxs })

/** Markdown (CommonMark with tables and strikethrough) as React elements, sanitised; raw HTML is left out. */
export function renderMarkdown(markdown: string): ReactElement {
  return toReact.processSync(markdown).result
}

type TreeNode = { type: string; value?: string; children?: TreeNode[] }

/** The words of a Markdown text without its marks, paragraphs joined by spaces: for descriptions and search. */
export function plainText(markdown: string): string {
  const words: string[] = []
  const walk = (node: TreeNode) => {
    if (node.type === 'text' && node.value) words.push(node.value)
    for (const child of node.children ?? []) walk(child)
    if (node.type === 'element') words.push(' ')
  }
  walk(toHtmlTree.runSync(toHtmlTree.parse(markdown)) as TreeNode)
  return words
    .join('')
    .replace(/\s+([.,;:!?…])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
