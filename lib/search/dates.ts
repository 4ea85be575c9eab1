/** Days of the calendar as `YYYY-MM-DD`, within what the archive can hold. */

const EARLIEST = '1800-01-01'
const LATEST = '2200-12-31'

/** The first day that a year, month or day means; null for what is none. */
export const firstDay = (text: string): string | null => dayIn(text, 'first')

/** The last day that a year, month or day means. */
export const lastDay = (text: string): string | null => dayIn(text, 'last')

function dayIn(text: string, which: 'first' | 'last'): string | null {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim())
  if (!match) return null
  const year = Number(match[1])
  const month = match[2] === undefined ? (which === 'first' ? 1 : 12) : Number(match[2])
  if (month < 1 || month > 12) return null
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const day = match[3] === undefined ? (which === 'first' ? 1 : daysInMonth) : Number(match[3])
  if (day < 1 || day > daysInMonth) return null
  const two = (n: number) => String(n).padStart(2, '0')
  const date = `${match[1]}-${two(month)}-${two(day)}`
  return date >= EARLIEST && date <= LATEST ? date : null
}
