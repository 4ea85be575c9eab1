/**
 * Rows as CSV (RFC 4180). It begins with a byte order mark, without which spreadsheets take Cyrillic for something
 * else; a cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

function cell(value: string | number | null): string {
  const text = typeof value === 'string' ? harmless(value) : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const harmless = (text: string) =>
  /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text
