import { bytesOf, findEncoding, textOf } from './decode'
import { UnreadableFile } from './programme-file'
import type { Reading } from './reading'

/** A whole JSON file; one comment before it is passed over. Throws `UnreadableFile` with the line. */
export async function readJson(path: string, reading: Reading): Promise<unknown> {
  const encoding = await findEncoding(bytesOf(path))
  if (encoding.isGuessed) reading.noteOnce('guessedEncoding', {}, { name: encoding.name })
  const pieces: string[] = []
  for await (const piece of textOf(bytesOf(path), encoding)) pieces.push(piece)
  return parseJson(pieces.join(''), reading.limits.depth)
}

export function parseJson(text: string, mostDepth: number): unknown {
  const json = text.replace(/^\s*(?:\/\*[\s\S]*?\*\/|(?:\/\/[^\n]*\n\s*)+)/, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  )
  checkDepth(json, mostDepth)
  try {
    return JSON.parse(json)
  } catch (error) {
    const end = json.trimEnd().length
    const message = error instanceof Error ? error.message : ''
    const at = Number(/at position (\d+)/.exec(message)?.[1] ?? end)
    const isCut = /unexpected end|unterminated string/i.test(message) || at >= end
    throw new UnreadableFile(isCut ? 'cutOff' : 'notJson', { line: lineAt(json, isCut ? end : at) })
  }
}

const lineAt = (text: string, at: number) => {
  let line = 1
  for (let from = text.indexOf('\n'); from >= 0 && from < at; from = text.indexOf('\n', from + 1)) line++
  return line
}

/** Brackets within brackets, those in strings left out; before the parser makes objects of them. */
function checkDepth(text: string, most: number): void {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) at = stringEnd(text, at)
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > most) throw new UnreadableFile('tooDeep', { line: lineAt(text, at) }, { most: String(most) })
    } else if (code === 0x7d || code === 0x5d) depth--
  }
}

function stringEnd(text: string, from: number): number {
  let at = from + 1
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) at++
    else if (code === 0x22) break
  }
  return at
}
