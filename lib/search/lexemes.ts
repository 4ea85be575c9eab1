/** Text queries (tsquery) as strings, built from lexemes that are always quoted: nothing in them has a meaning. */

/** A lexeme as the text of a tsquery or tsvector has it. */
export const quoted = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/**
 * Any of the lexemes, each with a mark before it: ^ for the top of a document, = for a facet. With places (A, B, C, D)
 * only there.
 */
export const anyOf = (lexemes: readonly (string | number)[], mark = '', places = '') =>
  lexemes.length
    ? `(${lexemes.map((lexeme) => quoted(`${mark}${lexeme}`) + (places && `:${places}`)).join(' | ')})`
    : null

/** The same query with a mark before each lexeme. */
export const marked = (query: string, mark: string) => query.replace(/'((?:''|[^'])*)'/g, `'${mark}$1'`)

type Part = string | null

const joined = (parts: readonly Part[], by: string): Part => {
  const present = parts.filter((part) => part !== null)
  return present.length ? `(${present.join(by)})` : null
}

/** All of the queries; null where there is none. */
export const allOf = (...parts: Part[]) => joined(parts, ' & ')

/** One of the queries. */
export const oneOf = (...parts: Part[]) => joined(parts, ' | ')

/** The queries one after another; a word that is not indexed (null) leaves a gap. */
export function inOrder(parts: readonly Part[]): Part {
  let text = ''
  let gap = 1
  for (const part of parts) {
    if (part === null) gap++
    else {
      text = text ? `${text} <${gap}> ${part}` : part
      gap = 1
    }
  }
  return text ? `(${text})` : null
}

export const not = (part: Part): Part => part && `!${part}`

/**
 * The queries that must all be met for a query to be. Asked for one by one the index steps over what the shortest of
 * their lists has not; of one query it looks at each. What must not be met stays with something that must be, as all
 * of the index would be read for it alone.
 */
export function conjuncts(query: string): string[] {
  const parts = flatten(query)
  const [first, ...rest] = parts.filter((part) => !part.startsWith('!'))
  const excluded = parts.filter((part) => part.startsWith('!'))
  return first === undefined ? [query] : [[first, ...excluded].join(' & '), ...rest]
}

/** What stands between the outermost ` & `, of however many brackets within one another. */
function flatten(query: string): string[] {
  const parts: string[] = []
  let [depth, from, isQuoted, isWrapped] = [0, 0, false, query.startsWith('(')]
  for (let at = 0; at < query.length; at++) {
    const letter = query[at]
    // Two quotes for one end a quotation and begin the next.
    if (letter === "'") isQuoted = !isQuoted
    if (isQuoted) continue
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (depth === 0 && at < query.length - 1) isWrapped = false
    if (depth === 0 && query.startsWith(' | ', at)) return [`(${query})`]
    if (depth === 0 && query.startsWith(' & ', at)) {
      parts.push(query.slice(from, at))
      from = at + 3
    }
  }
  if (isWrapped) return flatten(query.slice(1, -1))
  parts.push(query.slice(from))
  return parts.length === 1 ? parts : parts.flatMap(flatten)
}
