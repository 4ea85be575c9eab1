import { allOf, anyOf } from './lexemes'

/** How many documents a facet value of `year` has; of those without a year too ("none"). */
export type YearCount = { id: number; year: number | null; documents: number }

/**
 * Which documents are looked at. Few are looked at all; of many those that have the words in their top, then those of
 * the newest years, until enough to fill every page there is.
 */
export type Plan = {
  /** Whether every match is looked at, so that order and counts are exact. */
  isExact: boolean
  /** Text queries on `match`, of which the candidates meet one. */
  candidates: string[]
  /** About how many match. */
  estimate: number
}

/** Up to as many all are ranked and counted. */
export const MOST_EXACT = 600
/** Else as many are ranked. */
const ENOUGH = 350

/** What is asked for as text queries on `match`, in all of a document and in its top, and about how many match. */
export type Asked = {
  full: string | null
  top: string | null
  estimate: number
  topEstimate: number
  isRanked: boolean
  /** Whether the texts of each candidate are read, for the order of words in them. */
  isRead: boolean
}

/** Looking for any of more years than these in the index costs more than it saves. */
export const MOST_YEARS = 16
/** Up to as many matches are all looked at rather than those of more than a few years: fewer where each is read. */
const MOST_UNBOUNDED = { glance: 4000, read: 1500 }
const FEW_YEARS = 4

/** Decides by estimates what is looked at; `years` are those in which there can be a match. */
export function planSearch({ full, top, estimate, topEstimate, isRanked, isRead }: Asked, years: YearCount[]): Plan {
  if (estimate <= MOST_EXACT) return { isExact: true, candidates: full ? [full] : [], estimate }
  const windowFor = (expected: number) =>
    expected > MOST_EXACT ? newestYears({ expected, isRanked, isRead }, years) : null
  const window = windowFor(estimate)
  const ofAll = allOf(full, window) ?? ''
  // Where all are looked at, those that have the words in their top are among them.
  if (!isRanked || window === null) return { isExact: false, candidates: [ofAll], estimate }
  const ofTop = allOf(top, windowFor(topEstimate)) ?? ''
  return { isExact: false, candidates: topEstimate < ENOUGH ? [ofTop, ofAll] : [ofTop], estimate }
}

/**
 * The newest years in which enough of the matches are expected. What has no year (a person, a topic) may well be the
 * best match, so it counts as new; by date it comes last.
 */
function newestYears(
  { expected, isRanked, isRead }: Pick<Asked, 'isRanked' | 'isRead'> & { expected: number },
  years: YearCount[],
): string | null {
  const most = expected > MOST_UNBOUNDED[isRead ? 'read' : 'glance'] ? MOST_YEARS : FEW_YEARS
  const dated = years.filter(({ year }) => year !== null)
  const documents = dated.reduce((sum, year) => sum + year.documents, 0)
  const none = isRanked ? 9999 : -1
  const ids: number[] = []
  let held = 0
  for (const year of [...years].sort((a, b) => (b.year ?? none) - (a.year ?? none))) {
    if (ids.length === most) return most === MOST_YEARS ? anyOf(ids, '=') : null
    ids.push(year.id)
    held += year.year === null ? 0 : year.documents
    if (year.year !== null && (expected * held) / documents >= ENOUGH) return anyOf(ids, '=')
  }
  return null
}

/** The sample of documents on which many matches are counted: its mark, and how many each of it stands for. */
export function sampleFor(estimate: number, wanted: number): { mark: string; times: number } | null {
  const level = Math.min(8, Math.max(0, 2 * Math.ceil(Math.log(estimate / wanted) / Math.log(4))))
  return level ? { mark: `~${level}`, times: 2 ** level } : null
}
