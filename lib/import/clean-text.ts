import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'

/** What the archive keeps of one line and of one text (`lib/revisions/content.ts`). */
export const MOST_LINE = 300
export const MOST_PROSE = 20_000
/** More marks than this are no text that somebody wrote: it is taken for plain words, not parsed. */
const MOST_MARKS = 4_000

/** Control characters, and those that turn the direction of what stands around them: they hide what a text says. */
const hidden = /(?![\n\t])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

const shown = (text: string) => text.replace(/\r\n?/g, '\n').replace(hidden, '').toWellFormed().normalize('NFC')

/** One line of plain text. */
export const plainLine = (text: string) =>
  shown(text.slice(0, 4 * MOST_PROSE))
    .replace(/\s+/g, ' ')
    .trim()

const isHtml =
  /<\/?(?:p|br|div|span|a|ul|ol|li|dl|dt|dd|em|strong|b|i|u|h[1-6]|table|tbody|thead|tr|td|th|blockquote|pre|code|img|hr|font|center|script|style|iframe|object|embed|form|input|button|svg|section|article|sup|sub|small)\b[^<>]*>/i
const onlyBreaks = /<(?!br\s*\/?>)/i
/** One or more paragraphs without any mark inside: by far the most, and read without a parser. */
const plainParagraphs = /^\s*(?:<p>[^<>&*_`[\]\\#~|]*<\/p>\s*)+$/i

type Node = { type: string; url?: string; value?: string; children?: Node[] }

const style = {
  bullet: '-',
  emphasis: '*',
  rule: '-',
  listItemIndent: 'one',
  fences: true,
} as const satisfies Options

const isWeb = (address: unknown) => typeof address === 'string' && /^https?:\/\/[^\s]+$/i.test(address)

/** Links that lead elsewhere than to the web become words, pictures go, headings are bold lines, raw HTML is words. */
function withoutActive() {
  const walk = (node: Node): Node[] => {
    const children = node.children?.flatMap(walk)
    if (children) node.children = children
    if (node.type === 'link' && !isWeb(node.url)) return children ?? []
    if (node.type === 'definition' && !isWeb(node.url)) return []
    if (node.type === 'image' || node.type === 'imageReference') return []
    if (node.type === 'html') return [{ type: 'text', value: node.value ?? '' }]
    if (node.type === 'heading')
      return children?.length ? [{ type: 'paragraph', children: [{ type: 'strong', children }] }] : []
    return [node]
  }
  return (tree: unknown) => {
    const root = tree as Node
    // HTML that stands alone is a block; as words it needs a paragraph.
    root.children = root.children
      ?.flatMap(walk)
      .map((node) => (node.type === 'text' ? { type: 'paragraph', children: [node] } : node))
  }
}

const fromMarkdown = unified().use(remarkParse).use(remarkGfm).use(withoutActive).use(remarkStringify, style).freeze()
const fromHtml = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeSanitize, {
    ...defaultSchema,
    tagNames:
      'p br em i strong b del s a ul ol li dl dt dd blockquote code pre hr table thead tbody tr th td h1 h2 h3 h4 h5 h6 div section article'.split(
        ' ',
      ),
    strip:
      'script style template iframe object embed noscript svg math title head select textarea button form video audio'.split(
        ' ',
      ),
    attributes: { a: ['href'], ol: ['start'] },
    protocols: { href: ['http', 'https'] },
  })
  .use(rehypeRemark)
  .use(withoutActive)
  .use(remarkGfm)
  .use(remarkStringify, style)
  .freeze()

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' }

/** The words of HTML without a parser, for what no parser should be given. */
const wordsOf = (html: string) =>
  html
    .replace(/<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<[^<>]*>?/g, ' ')
    .replace(/&(?:#(\d{1,6})|([a-z]{2,6}));/gi, (whole, code, name) =>
      code ? String.fromCodePoint(Math.min(Number(code), 0xfffd)) : (entities[name.toLowerCase()] ?? whole),
    )

const escaped = (text: string) => text.replace(/[<[\]\\`*_#]/g, '\\$&')

/**
 * A text as a file has it (HTML, Markdown or plain) as Markdown in which nothing is active: no HTML, no pictures, links
 * to the web only, no headings. Never throws and takes no more than a bounded time, whatever the text is.
 */
export function cleanText(text: string): string {
  const raw = shown(text.slice(0, 4 * MOST_PROSE)).trim()
  if (!raw) return ''
  return tidy(markdownOf(raw))
}

function markdownOf(raw: string): string {
  if (plainParagraphs.test(raw)) {
    const paragraphs = raw.split(/<\/?p>/i).map((each) => each.replace(/\s+/g, ' ').trim())
    return paragraphs.filter(Boolean).map(beginning).join('\n\n')
  }
  const marks = raw.match(/[<[*_`>]/g)?.length ?? 0
  if (marks > MOST_MARKS || /^[> \t]{50,}/m.test(raw)) return escaped(wordsOf(raw))
  try {
    if (isHtml.test(raw)) {
      if (!onlyBreaks.test(raw)) return markdownOf(raw.replace(/<br\s*\/?>\n?/gi, '\n'))
      return String(fromHtml.processSync(raw))
    }
    // Most texts have nothing in them that could be active, and stay as they were written.
    if (!/[<[]|^ {0,3}#|^ {0,3}(?:=+|-+)[ \t]*$|^(?: {4}|\t)/m.test(raw)) return raw
    return String(fromMarkdown.processSync(raw.replace(/^[ \t]{4,}(?![-*+\d])/gm, '')))
  } catch {
    return escaped(wordsOf(raw)) // nested deeper than the parsers go
  }
}

/** Words that would be a list, a quotation or a heading at the beginning of a paragraph of Markdown. */
const beginning = (paragraph: string) =>
  paragraph.replace(/^([-+>=])/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2')

const tidy = (markdown: string) =>
  markdown
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** A text that is too long, cut after a word; null when it is not too long. */
export function cutText(text: string, most: number): string | null {
  if (text.length <= most) return null
  const cut = text.slice(0, most - 2)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd().toWellFormed()}…`
}
