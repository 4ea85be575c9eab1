import { wordsOf } from './fold'
import type { Marked } from './search-result'

/** Whether a folded word of a text in a language counts as one that was looked for. */
export type Matches = (word: string, language: string) => boolean

const written = /[\p{L}\p{N}\p{M}]+(?:[-'’‐‑][\p{L}\p{N}\p{M}]+)*/gu

/**
 * A text in runs, with the words marked that match; neighbours that match become one mark with what stands between
 * them. Joined, the runs are exactly the text.
 */
export function highlight(text: string, language: string, matches: Matches): Marked {
  const spans: { from: number; to: number }[] = []
  for (const { 0: word, index } of text.matchAll(written)) {
    for (const span of matchingSpans(word, index, language, matches)) {
      const last = spans.at(-1)
      if (last && /^\s+$/.test(text.slice(last.to, span.from))) last.to = span.to
      else spans.push(span)
    }
  }
  return runsOf(text, spans)
}

/** A compound matches as a whole (peacekeeping) or by its parts (peace-keeping). */
function matchingSpans(word: string, index: number, language: string, matches: Matches) {
  const parts = [...word.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
  const isMatch = (part: string) => {
    const folded = wordsOf(part)
    return folded.length > 0 && folded.every((each) => matches(each, language))
  }
  if (parts.length > 1 && matches(wordsOf(word).join(''), language)) return [{ from: index, to: index + word.length }]
  return parts
    .filter(({ 0: part }) => isMatch(part))
    .map(({ 0: part, index: at }) => ({ from: index + at, to: index + at + part.length }))
}

function runsOf(text: string, spans: { from: number; to: number }[]): Marked {
  const runs: Marked = []
  let at = 0
  for (const { from, to } of spans) {
    if (from > at) runs.push({ text: text.slice(at, from), isMark: false })
    runs.push({ text: text.slice(from, to), isMark: true })
    at = to
  }
  if (at < text.length) runs.push({ text: text.slice(at), isMark: false })
  return runs
}

/** A long text cut down to what stands round its first marks, with an ellipsis where something was left out. */
export function excerpt(runs: Marked, most = 280): Marked {
  const length = runs.reduce((sum, { text }) => sum + text.length, 0)
  if (length <= most) return runs
  const before = runs.findIndex(({ isMark }) => isMark)
  const lead = before > 0 ? (runs[0]?.text ?? '') : ''
  const kept: Marked = []
  let left = most
  for (const [n, run] of runs.entries()) {
    if (left <= 0) break
    const isLead = n === 0 && before === 1
    const text = isLead && lead.length > most / 3 ? `…${fromWord(lead, lead.length - Math.floor(most / 3))}` : run.text
    kept.push({ ...run, text: text.length <= left || run.isMark ? text : `${toWord(text, left)}…` })
    left -= text.length
  }
  const last = kept.at(-1)
  if (last && left <= 0 && !last.text.endsWith('…') && kept.length < runs.length)
    kept.push({ text: '…', isMark: false })
  return kept
}

const toWord = (text: string, length: number) => text.slice(0, length).replace(/\s+\S*$/u, '')
const fromWord = (text: string, at: number) => text.slice(at).replace(/^\S*\s+/u, '')
