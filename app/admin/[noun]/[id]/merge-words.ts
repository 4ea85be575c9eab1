import 'server-only'
import type { MergeRow } from '@/components/form/save-outcome'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { labelsBetween } from '@/lib/revisions/change'
import type { Json } from '@/lib/revisions/difference'
import { type MergePath, type MergePlace, ORDER, pathName } from '@/lib/revisions/merge-three-ways'
import type { Noun } from '@/lib/revisions/nouns'
import { recordTimeZone } from '@/lib/revisions/record-zone'
import type { Content } from '@/lib/revisions/registry'
import { fieldLabel, isEmpty, type Naming, valueText } from './review/value-text'

/** Says places of a merge in the words of the desk: where it is, and what each side has there. */
export async function mergeWords(
  { id, noun, mine, theirs }: { id: string; noun: Noun; mine: Content; theirs: Content },
  places: readonly MergePlace[],
): Promise<MergeRow[]> {
  if (!places.length) return []
  const [i18n, labels, timeZone] = await Promise.all([
    deskI18n(),
    labelsBetween(noun, [mine, theirs]),
    recordTimeZone(id),
  ])
  const naming = { noun, labels, timeZone, i18n }
  return places.map((place) => {
    const name = fieldOf(place.path)
    const text = (value: Json) => (isEmpty(value) ? '' : wholeText(value, name, naming))
    return {
      name: pathName(place.path),
      label: labelOf(place, [mine as Json, theirs as Json], naming),
      ...{ base: text(place.base), mine: text(place.mine), theirs: text(place.theirs) },
    }
  })
}

const isRow = (step: string) => step.startsWith('#')
/** The last name of a field on the way: rows go by that of their list. */
const fieldOf = (path: MergePath) => path.findLast((step) => !isRow(step)) ?? ''

/** Such as "Speakers: Aigerim Sadykova: Position held on that day: Kazakh". */
function labelOf({ path, base, mine, theirs }: MergePlace, sides: Json[], naming: Naming): string {
  const words: string[] = []
  for (const [at, step] of path.entries()) {
    const above = fieldOf(path.slice(0, at))
    if (step === ORDER) words.push(naming.i18n.t('deskForm.conflict.order'))
    else if (!isRow(step)) {
      if (step !== 'texts') words.push(fieldLabel(step, above, naming))
    } else {
      const own = at === path.length - 1 ? [mine, theirs, base] : []
      const row = own.find((each) => each !== null) ?? rowAt(sides, path.slice(0, at + 1))
      words.push(row === null ? '' : valueText(row, above, naming))
    }
  }
  return words.filter(Boolean).join(': ')
}

/** The row of a list that a path leads to, on whichever side it is. */
function rowAt(sides: Json[], path: MergePath): Json {
  for (const side of sides) {
    let at: Json | undefined = side
    for (const step of path) {
      if (Array.isArray(at)) at = at.find((row) => isKeyOf(row, step))
      else at = typeof at === 'object' && at !== null ? at[step] : undefined
    }
    if (at !== undefined) return at
  }
  return null
}

const isKeyOf = (row: Json, step: string) =>
  typeof row === 'object' && row !== null && !Array.isArray(row)
    ? Object.values(row).some((value) => `#${JSON.stringify(value)}` === step)
    : `#${JSON.stringify(row)}` === step

/** A value with everything in it, as lines of text. */
function wholeText(value: Json, name: string, naming: Naming): string {
  if (typeof value !== 'object' || value === null) return valueText(value, name, naming)
  if (Array.isArray(value)) return value.map((each) => valueText(each, name, naming)).join('\n')
  return Object.entries(value)
    .filter(([field, each]) => field !== 'id' && !isEmpty(each))
    .map(([field, each]) => {
      const label = field === 'texts' ? '' : `${fieldLabel(field, name, naming)}: `
      return `${label}${wholeText(each, field, naming)}`
    })
    .join('\n')
}
