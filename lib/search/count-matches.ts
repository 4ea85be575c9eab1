import 'server-only'
import { countDocuments } from './find'
import { MOST_RANKED } from './plan'
import { prepare, type Search, understand } from './prepare'

/** How many a search would find, at `most`, without looking at them; about, where they are many. */
export async function countMatches(search: Search, most = MOST_RANKED): Promise<number> {
  const { from, to, asOf, counted } = search
  const understood = await understand(search)
  const { text, full, filter } = understood
  const asked = { text, having: filter.having, from, to }
  if (!full) return 0
  const known = counted.find(full, asked)
  if (known !== undefined) return known
  const { plan, arePhrasesLikely } = await prepare(search, understood, false)
  if (!plan.isExact) return Math.round(plan.estimate)
  const count = await countDocuments(full, { ...asked, asOf, arePhrasesLikely }, most)
  if (count < most) counted.keep(full, asked, count)
  return count
}

/** Whether no document has the words, whatever else is asked for. */
export const isNowhere = async (search: Search) =>
  search.query.groups.length > 0 && (await countMatches({ ...search, filters: [], from: null, to: null }, 1)) === 0
