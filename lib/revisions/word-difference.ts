/** A run of text that stayed, came or went. */
export type Piece = { kind: 'kept' | 'added' | 'removed'; text: string }

/** Above this many comparisons a text is compared by lines, and above it again as a whole. */
const MOST_COMPARISONS = 4_000_000

const words = (text: string) => text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []
const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** How one text became another, word by word: kept and removed pieces are the first, kept and added ones the second. */
export function wordDifference(before: string, after: string): Piece[] {
  return compare(words(before), words(after)) ?? compare(lines(before), lines(after)) ?? whole(before, after)
}

const whole = (before: string, after: string): Piece[] => [
  ...(before ? [{ kind: 'removed', text: before } as const] : []),
  ...(after ? [{ kind: 'added', text: after } as const] : []),
]

function compare(before: readonly string[], after: readonly string[]): Piece[] | null {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1
  const a = before.slice(start, before.length - end)
  const b = after.slice(start, after.length - end)
  if (a.length * b.length > MOST_COMPARISONS) return null
  return joined([
    ...before.slice(0, start).map((text) => ({ kind: 'kept', text }) as const),
    ...middle(a, b),
    ...before.slice(before.length - end).map((text) => ({ kind: 'kept', text }) as const),
  ])
}

/** The longest common run of tokens, by the table of Wagner and Fischer. */
function middle(a: readonly string[], b: readonly string[]): Piece[] {
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pieces: Piece[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'kept', text: a[i] ?? '' })
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'removed', text: a[i] ?? '' })
      i += 1
    } else {
      pieces.push({ kind: 'added', text: b[j] ?? '' })
      j += 1
    }
  }
  return pieces
}

/** Neighbours of one kind as one piece. */
function joined(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = []
  for (const { kind, text } of pieces) {
    const last = runs.at(-1)
    if (last?.kind === kind) last.text += text
    else runs.push({ kind, text })
  }
  return runs
}
