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
