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
  /** The same of all years, where the candidates are of the newest. */
  ofAllYears: string[] | null
  /** About how many match. */
  estimate: number
}

/** Up to as many all are ranked and counted. */
export const MOST_EXACT = 600
/** Else as many are ranked. */
const ENOUGH = 260

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

/**
 * The index looks for any of some years more slowly the more they are: reading all matches soon costs less. Of dates
 * over more years than the first the documents themselves are asked.
 */
export const MOST_YEARS = 16
const FEW_YEARS = 4
/** Up to as many matches are all looked at: fewer where the texts of each are read. */
const MOST_LOOKED_AT = { glance: 1500, read: 1000 }
/** Of more, those of a few years will do where they are as many: they fill the first ten pages. */
export const FEW = 200

/** Decides by estimates what is looked at; `years` are those in which there can be a match. */
export function planSearch({ full, top, estimate, topEstimate, isRanked, isRead }: Asked, years: YearCount[]): Plan {
  if (estimate <= MOST_EXACT) return { isExact: true, candidates: full ? [full] : [], ofAllYears: null, estimate }
  const most = MOST_LOOKED_AT[isRead ? 'read' : 'glance']
  const newest = (expected: number) => (expected > most ? newestYears(expected, isRanked, years) : null)
  const candidates = (ofAll: string | null, ofTop: string | null) => {
    const all = allOf(full, ofAll) ?? ''
    if (!isRanked || !top) return [all]
    return topEstimate < ENOUGH ? [allOf(top, ofTop) ?? '', all] : [allOf(top, ofTop) ?? '']
  }
  const windows = [newest(estimate), newest(topEstimate)] as const
  const ofAllYears = windows.some(Boolean) ? candidates(null, null) : null
  return { isExact: false, candidates: candidates(...windows), ofAllYears, estimate }
}

/**
 * The newest years in which enough of the matches are expected. What has no year (a person, a topic) may well be the
 * best match, so it counts as new; by date it comes last.
 */
function newestYears(expected: number, isRanked: boolean, years: YearCount[]): string | null {
  const dated = years.filter(({ year }) => year !== null)
  const documents = dated.reduce((sum, year) => sum + year.documents, 0)
  const none = isRanked ? 9999 : -1
  const ids: number[] = []
  let held = 0
  const inThem = () => (expected * held) / documents
  for (const year of [...years].sort((a, b) => (b.year ?? none) - (a.year ?? none))) {
    if (inThem() >= ENOUGH || ids.length === FEW_YEARS + 1) break
    ids.push(year.id)
    held += year.year === null ? 0 : year.documents
  }
  return inThem() >= FEW ? anyOf(ids, '=') : null
}

/** The sample of documents on which many matches are counted: its mark, and how many each of it stands for. */
export function sampleFor(estimate: number, wanted: number): { mark: string; times: number } | null {
  const level = Math.min(8, Math.max(0, 2 * Math.ceil(Math.log(estimate / wanted) / Math.log(4))))
  return level ? { mark: `~${level}`, times: 2 ** level } : null
}
