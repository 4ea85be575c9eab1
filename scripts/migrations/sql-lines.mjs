// What may hold a semicolon or a line break without ending a statement, and the semicolon that does.
const tokens =
  /--[^\n]*|\/\*[\s\S]*?\*\/|\b[Ee]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$[A-Za-z_0-9]*\$)[\s\S]*?\1|;|[^\s;]/g

/**
 * The line on which a statement of an SQL script begins. Good for naming a place in a message, not for splitting a
 * script to run it: bodies in BEGIN ATOMIC … END and comments within comments are not understood.
 * @param {string} sql
 * @param {number} index counted from 0
 */
export function lineOfStatement(sql, index) {
  let statement = 0
  let begun = false
  for (const { 0: token, index: at } of sql.matchAll(tokens)) {
    if (token.startsWith('--') || token.startsWith('/*')) continue
    if (token === ';') {
      if (begun) statement++
      begun = false
    } else if (!begun) {
      if (statement === index) return sql.slice(0, at).split('\n').length
      begun = true
    }
  }
  return sql.split('\n').length
}

/**
 * The line of a character, counted from 1 as PostgreSQL counts: by code points.
 * @param {string} sql
 * @param {number} position
 */
export function lineOfCharacter(sql, position) {
  return [...sql].slice(0, position - 1).filter((character) => character === '\n').length + 1
}
