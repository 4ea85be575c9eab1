import { bytesOf, type Encoding, findEncoding, saidEncoding, textOf } from '../decode'
import { startOf } from '../recognise'

/** A content line of iCalendar, unfolded, with the number of its first line in the file. */
export type CalendarLine = { line: number; text: string }

/** What is longer is no line that somebody wrote. */
const MOST_LINE = 1024 * 1024

/**
 * Lines are folded after so many bytes, which may be in the middle of a letter: they are put together before they are
 * decoded, except in UTF-16, where line ends are no single bytes.
 */
export async function readCalendarLines(
  path: string,
): Promise<{ encoding: Encoding; lines: () => AsyncGenerator<CalendarLine> }> {
  const wide = saidEncoding(await startOf(path))
  if (wide) return { encoding: wide, lines: () => decoded(unfolded(textOf(bytesOf(path), wide)), null) }
  const encoding = await findEncoding(asBytes(unfolded(binaryOf(path))))
  return { encoding, lines: () => decoded(unfolded(binaryOf(path)), new TextDecoder(encoding.name)) }
}

async function* binaryOf(path: string) {
  for await (const chunk of bytesOf(path)) yield chunk.toString('latin1')
}

async function* asBytes(lines: AsyncIterable<CalendarLine>) {
  for await (const { text } of lines) yield Buffer.from(`${text}\n`, 'latin1')
}

async function* decoded(lines: AsyncIterable<CalendarLine>, decoder: TextDecoder | null): AsyncGenerator<CalendarLine> {
  for await (const { line, text } of lines) {
    const whole = decoder ? decoder.decode(Buffer.from(text, 'latin1')) : text
    if (whole.trim()) yield { line, text: whole.replace(/^\ufeff/, '') }
  }
}

async function* unfolded(pieces: AsyncIterable<string>): AsyncGenerator<CalendarLine> {
  let rest = ''
  let line = 0
  let held: CalendarLine | null = null
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n')
    rest = (lines.pop() ?? '').slice(0, MOST_LINE)
    const whole: CalendarLine[] = []
    for (const physical of lines) {
      line++
      if (held && (physical.startsWith(' ') || physical.startsWith('\t'))) {
        if (held.text.length < MOST_LINE) held.text += withoutReturn(physical).slice(1)
        continue
      }
      if (held) whole.push(held)
      held = { line, text: withoutReturn(physical) }
    }
    yield* whole
  }
  const isFold = /^[ \t]/.test(rest)
  if (held) yield isFold ? { line: held.line, text: held.text + rest.slice(1) } : held
  if (rest && !isFold) yield { line: line + 1, text: rest }
}

const withoutReturn = (text: string) => (text.endsWith('\r') ? text.slice(0, -1) : text)
