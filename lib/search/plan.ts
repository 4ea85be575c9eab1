import { allOf, anyOf } from './lexemes'

/** How many documents a facet value of `year` has; of those without a year too ("none"). */
export type YearCount = { id: number; year: number | null; documents: number }

/** Text queries on `match`, of which one must be met, and how many of those that meet each are looked at. */
export type Candidates = { query: string; most: number }[]

/**
 * Which documents are looked at. Few are looked at all; of many those that have the words in their top, then those of
 * the newest months or years, until enough to fill every page there is.
 */
export type Plan = {
  /** Whether every match is looked at, so that order and counts are exact. */
  isExact: boolean
  candidates: Candidates
  /** The same of all years, where the candidates are of the newest. */
  ofAllYears: Candidates | null
  /** About how many match. */
  estimate: number
}

/** Up to as many all are ranked and counted. */
export const MOST_EXACT = 600
/** Else as many are ranked. */
const ENOUGH = 300
/** More are never ranked, whatever was expected: of more than these it must be said which, or the newest are left out. */
export const MOST_RANKED = 5000
/** So many of what is of no time: of people of one name, say, of which none is newer, and their names are all alike. */
const MOST_UNDATED = 1500

/** What is asked for as text queries on `match`, in all of a document and in its top, and about how many match. */
export type Asked = {
  full: string | null
  top: string | null
  /** The same in the top of what is of no time. */
  undated: string | null
  estimate: number
  topEstimate: number
  isRanked: boolean
}

/** A month or a year, by its mark in `match`, and how many documents are of it. */
export type Period = { mark: string; documents: number }

/** What can be told apart by time: years in which there can be a match, and the newest months where there can be in all. */
export type Times = { years: YearCount[]; months: Period[] }

/**
 * The index looks for any of some years more slowly the more they are: reading all matches soon costs less. Of dates
 * over more years the documents themselves are asked.
 */
export const MOST_YEARS = 16
/** A year more costs the index a third of what it costs to rank so many: as many at least it has to save. */
const WORTH_A_YEAR = 300
const MOST_MONTHS = 12
/** Up to as many are all ranked rather than only those of some years. */
const MOST_LOOKED_AT = 1500
/** Of many, those of a short time will do where as many are expected: they fill the first ten pages. */
export const FEW = 200
/** Should they be fewer than these after all, those of all times are looked at. */
export const TOO_FEW = 100
/** Going back through more documents than these to find out of which months they are costs more than it saves. */
const MOST_BACK = 20_000

/** Of how many of the newest documents it is worth knowing the months, to find enough matches; 0 where years will do. */
export function monthsBack({ estimate, topEstimate }: Asked, years: readonly YearCount[]): number {
  const { dated, documents } = ofKnownYear(years)
  const ofAYear = documents / Math.max(1, dated.length)
  const back = [estimate, topEstimate]
    .filter((expected) => expected > MOST_EXACT)
    .map((expected) => Math.ceil((ENOUGH * documents) / expected))
    .filter((newest) => newest <= Math.min(MOST_BACK, ofAYear))
  return Math.max(0, ...back)
}

/** Decides by estimates what is looked at. */
export function planSearch(asked: Asked, { years, months }: Times): Plan {
  const { full, top, undated, estimate, topEstimate, isRanked } = asked
  if (estimate <= MOST_EXACT)
    return { isExact: true, candidates: full ? [ranked(full)] : [], ofAllYears: null, estimate }
  const { dated, documents } = ofKnownYear(years)
  const byYear = dated
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0))
    .map(({ id, documents }) => ({ mark: `=${id}`, documents }))
  const newest = (expected: number) =>
    expected > MOST_EXACT
      ? (newestOf(months, MOST_MONTHS, expected / documents) ??
        (expected > MOST_LOOKED_AT
          ? newestOf(byYear, Math.min(MOST_YEARS, expected / WORTH_A_YEAR), expected / documents)
          : null))
      : null
  const [ofAll, ofTop] = [newest(estimate), newest(topEstimate)]
  const candidates = (ofAll: string[] | null, ofTop: string[] | null): Candidates => {
    const all = ranked(allOf(full, ofAll && anyOf(ofAll)) ?? '')
    if (!isRanked || !top) return [all]
    // What is of no time (a person, a topic) may well be the best match, so it counts as new.
    const ofNoTime = undated === null ? [] : [{ query: undated, most: MOST_UNDATED }]
    const best = ofTop ? [ranked(allOf(top, anyOf(ofTop)) ?? ''), ...ofNoTime] : [ranked(top)]
    if (topEstimate >= ENOUGH) return best
    // Where all can be ranked the best are among them.
    return ofAll === null && estimate <= MOST_RANKED ? [all] : [...best, all]
  }
  const [newer, ofAllYears] = [candidates(ofAll, ofTop), candidates(null, null)]
  const isNarrowed = JSON.stringify(newer) !== JSON.stringify(ofAllYears)
  return { isExact: false, candidates: newer, ofAllYears: isNarrowed ? ofAllYears : null, estimate }
}

const ranked = (query: string) => ({ query, most: MOST_RANKED })

function ofKnownYear(years: readonly YearCount[]) {
  const dated = years.filter(({ year }) => year !== null)
  return { dated, documents: dated.reduce((sum, year) => sum + year.documents, 0) }
}

/** The newest times in which enough matches are expected, if they are this share of all documents, or nearly enough. */
function newestOf(periods: readonly Period[], most: number, share: number): string[] | null {
  const marks: string[] = []
  let expected = 0
  for (const { mark, documents } of periods) {
    if (expected >= ENOUGH || marks.length >= most) break
    marks.push(mark)
    expected += documents * share
  }
  return expected >= FEW ? marks : null
}

/** A sample of documents: the mark before each of its lexemes, and how many each of it stands for. */
export type Sample = { mark: string; times: number }

const SAMPLES: Sample[] = [3, 5, 7, 9, 11].map((level) => ({ mark: `~${level.toString(16)}`, times: 2 ** level }))

/** The sample on which many matches are counted: the one in which at most as many as wanted are expected. */
export const sampleFor = (estimate: number, wanted: number): Sample | null =>
  estimate <= wanted ? null : (SAMPLES.find(({ times }) => estimate / times <= wanted) ?? SAMPLES.at(-1) ?? null)
