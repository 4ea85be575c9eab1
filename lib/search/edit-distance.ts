const latin = [...'abcdefghijklmnopqrstuvwxyz']
const cyrillic = [...'абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі']

/** Every word one edit away (a letter left out, added, replaced, or two swapped): to be looked up by equality. */
export function oneEditAway(word: string): string[] {
  const letters = /^[a-z]/.test(word) ? latin : cyrillic
  const edits = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    if (after) edits.add(before + after.slice(1))
    if (after.length > 1) edits.add(before + after[1] + after[0] + after.slice(2))
    for (const letter of letters) {
      edits.add(before + letter + after)
      if (after) edits.add(before + letter + after.slice(1))
    }
  }
  edits.delete(word)
  return [...edits]
}

/** How many edits lead from one word to the other (optimal string alignment); `most + 1` when there are more. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let previous: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) least = Math.min(least, (previous[j - 2] ?? 0) + 1)
      next.push(least)
    }
    if (Math.min(...next) > most) return most + 1
    previous = row
    row = next
  }
  return Math.min(row[b.length] ?? 0, most + 1)
}
