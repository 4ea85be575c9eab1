/** What is pasted is bounded before anything is read of it. */
export const MOST_LETTERS = 200_000
export const MOST_CELL = 2_000
const MOST_COLUMNS = 40

/**
 * Rows of cells as a spreadsheet copies them (tabs) or saves them (commas, or semicolons where commas are decimal).
 * A cell in quotes may hold separators, line ends and doubled quotes. Reads anything; blank rows are left out.
 */
export function readTable(text: string): string[][] {
  const read = text
    .slice(0, MOST_LETTERS)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
  const separator = separatorOf(read)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const end = (cell: string) => {
    if (row.length < MOST_COLUMNS) row.push(cell.replace(/\s+/g, ' ').trim().slice(0, MOST_CELL))
  }
  while (at < read.length) {
    const quoted = /^[^\S\n\t]*"/.exec(read.slice(at, at + 50))
    let cell = ''
    if (quoted) {
      at += quoted[0].length
      for (; at < read.length; at++) {
        if (read[at] !== '"') cell += read[at]
        else if (read[at + 1] === '"') cell += read[at++]
        else break
      }
      at++
    }
    const next = nextOf(read, separator, at)
    end(cell + read.slice(at, next))
    at = next + 1
    if (read[next] === separator) {
      if (at >= read.length) end('')
      continue
    }
    if (row.some(Boolean)) rows.push(row)
    row = []
  }
  if (row.some(Boolean)) rows.push(row)
  return rows
}

/** The separator or line end that comes next. */
function nextOf(text: string, separator: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === separator || text[at] === '\n') return at
  return text.length
}

/** By the first line that says anything: the headings have no other use for a tab or a semicolon. */
function separatorOf(text: string): string {
  const first = text.split('\n').find((line) => line.trim()) ?? ''
  return first.includes('\t') ? '\t' : first.includes(';') ? ';' : ','
}
