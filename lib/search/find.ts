import 'server-only'
import type { FacetCondition } from './asked-filters'
import { type Candidates, MOST_RANKED } from './plan'
import { ask } from './pool'
import type { SearchKind } from './search-result'
import { matches, Values } from './statement'
import type { TextQuery } from './text-query'

/** A document that was found. */
export type Found = { id: string; kind: SearchKind; score: number }

export type Wanted = {
  text: TextQuery
  candidates: Candidates
  having: FacetCondition[]
  from: string | null
  to: string | null
  /** What came into the index later is left out (milliseconds). */
  asOf: number | null
  sort: 'relevance' | 'date'
  skip: number
  take: number
  isExact: boolean
  /** Where all are looked at: whether they are counted without `having` too. */
  isCountedWithout: boolean
  /** Whether nearly all candidates have the phrases, so that it is enough to read those that are shown. */
  arePhrasesLikely: boolean
}

/** The best by their top alone are compared once more by their passages. */
const MOST_DEEP = 30
/** So are as many that have all the words in one passage, if not so many documents have them that these are any. */
const MOST_TOGETHER = 60
const FEW_TOGETHER = 1500

export type Counts = { total: number; facets: Map<number, number> }

/** A page of what was found, and how many candidates there were; counts by facet id where all matches were looked at. */
export async function findDocuments(wanted: Wanted): Promise<{ page: Found[]; counts: Counts; without: Counts }> {
  if (!wanted.candidates.length) return { page: [], counts: NONE, without: NONE }
  const values = new Values()
  const sql = statementFor(wanted, values)
  const [row] = await ask<{ page: Found[] | null; counts: CountsRow; without: CountsRow | null }>(sql, values.list)
  return { page: row?.page ?? [], counts: toCounts(row?.counts), without: toCounts(row?.without) }
}

type CountsRow = { total: number; facets: [number, number][] | null }
const NONE: Counts = { total: 0, facets: new Map() }
const toCounts = (row?: CountsRow | null): Counts => (row ? { total: row.total, facets: new Map(row.facets) } : NONE)

/** How many documents match, as far as there are no more than are ever ranked. */
export async function countDocuments(query: string, conditions: Conditions, most = MOST_RANKED): Promise<number> {
  const values = new Values()
  const [row] = await ask<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT FROM search_document d
      WHERE ${matches(query, values)}${conditionsOf(conditions, values)} LIMIT ${most}) m`,
    values.list,
  )
  return row?.n ?? 0
}

function statementFor(wanted: Wanted, values: Values): string {
  const { text, sort, isExact, skip, take } = wanted
  const isRanked = sort === 'relevance' && text.terms.length > 0
  const order = isRanked ? 'score DESC, day DESC NULLS LAST, id DESC' : 'day DESC NULLS LAST, id DESC'
  const matching = candidatesOf(wanted, values)
  const shown = wanted.arePhrasesLikely
    ? `page JOIN search_document d ON d.id = page.id${phrasesOf(text, values)}`
    : 'page'
  // Whatever is lifted by its passages, no other than the best can come to the page.
  const scored = isRanked
    ? `best AS MATERIALIZED (SELECT id, kind, day, s FROM m ORDER BY s DESC, day DESC NULLS LAST, id DESC
      LIMIT ${values.add(skip + take + MOST_DEEP + MOST_TOGETHER)}),
    ${deepSteps(text, isExact, values)}
    scored AS (SELECT id, kind, day, s AS score FROM best WHERE id NOT IN (SELECT id FROM deep)
      UNION ALL SELECT id, max(kind), max(day), sum(s)::real
      FROM (SELECT id, kind, day, s FROM deep UNION ALL SELECT id, NULL, NULL, score FROM bonus) looked_at GROUP BY id)`
    : 'scored AS (SELECT id, kind, day, 0::real AS score FROM m)'
  return `
    WITH ${matching},
    ${scored},
    page AS (SELECT id, kind, score, row_number() OVER (ORDER BY ${order}) AS n FROM scored
      ORDER BY ${order} LIMIT ${values.add(take)} OFFSET ${values.add(skip)})
    SELECT (SELECT json_agg(json_build_object('id', page.id, 'kind', page.kind, 'score', score) ORDER BY n) FROM ${shown}) AS page,
      ${countsOf('m', isExact)} AS counts,
      ${wanted.isCountedWithout ? countsOf('matching m', true) : 'NULL'} AS without`
}

const countsOf = (from: string, isWithFacets: boolean) =>
  `(SELECT json_build_object('total', (SELECT count(*) FROM ${from}), 'facets', ${
    isWithFacets
      ? `(SELECT json_agg(json_build_array(f, n)) FROM (SELECT f, count(*)::int AS n FROM ${from}, unnest(m.facets) f GROUP BY f) c)`
      : 'NULL'
  }))`

/** Those that match, with the score of their top, as the steps of a statement: each has what those before it have not. */
function candidatesOf(wanted: Wanted, values: Values): string {
  const { text, candidates, sort, isExact, having, isCountedWithout } = wanted
  const conditions = conditionsOf(isCountedWithout ? { ...wanted, having: [] } : wanted, values)
  const score = sort === 'relevance' && text.terms.length ? topScore(text, values) : '0::real'
  const all = (steps: number) => Array.from({ length: steps }, (_, n) => `SELECT * FROM m${n}`).join(' UNION ALL ')
  const steps = candidates.map(({ query, most }, n) => {
    const isNew = n ? ` AND d.id NOT IN (SELECT id FROM (${all(n)}) earlier)` : ''
    return `m${n} AS MATERIALIZED (
      SELECT d.id, d.kind, d.day, ${isExact ? 'd.facets, ' : ''}${score} AS s FROM search_document d
      WHERE ${matches(query, values)}${conditions}${isNew} LIMIT ${most})`
  })
  return `${steps.join(',\n')},
    matching AS NOT MATERIALIZED (${all(steps.length)}),
    m AS NOT MATERIALIZED (SELECT * FROM matching d WHERE true${isCountedWithout ? havingFacets(having, values) : ''})`
}

const havingFacets = (having: FacetCondition[], values: Values) =>
  having.map(({ ids, isExcluded }) => ` AND ${isExcluded ? 'NOT ' : ''}d.facets && ${values.add(ids)}::int[]`).join('')

export type OfDocuments = Pick<Wanted, 'having' | 'from' | 'to' | 'asOf'>

/** What is not asked of the index on `match` but of what it finds: broad filters, the days, and when a document came. */
export function ofDocuments({ having, from, to, asOf }: OfDocuments, values: Values): string {
  return [
    havingFacets(having, values),
    ...(from ? [` AND d.day + 0 >= ${values.add(from)}::date`] : []),
    ...(to ? [` AND d.day + 0 <= ${values.add(to)}::date`] : []),
    ...(asOf ? [` AND d.since <= to_timestamp(${values.add(asOf)}::float8 / 1000)`] : []),
  ].join('')
}

export type Conditions = OfDocuments & Pick<Wanted, 'text' | 'arePhrasesLikely'>

/** The same, and orders of words unless they are left for later. */
export function conditionsOf({ text, arePhrasesLikely, ...rest }: Conditions, values: Values): string {
  const excluded = text.excludedPhrases.map((phrase) => ` AND NOT ${inText(phrase, values)}`)
  return [ofDocuments(rest, values), arePhrasesLikely ? '' : phrasesOf(text, values), ...excluded].join('')
}

/** Whether no orders of words are among these conditions. */
export const isWithoutOrder = ({ text, arePhrasesLikely }: Omit<Conditions, 'having'>) =>
  text.excludedPhrases.length === 0 && (arePhrasesLikely || text.phrases.length === 0)

const phrasesOf = ({ phrases }: TextQuery, values: Values) =>
  phrases
    .map((clauses) =>
      clauses.map(({ ordered, anywhere }) =>
        ordered ? inText(ordered, values) : `d.match @@ ${values.query(anywhere)}`,
      ),
    )
    .map((clauses) => ` AND (${clauses.join(' OR ')})`)
    .join('')

/**
 * `match` has led to documents that are likely to have the phrase; OFFSET 0, so that their passages are read and not
 * those of all others that have the words.
 */
function inText(query: string, values: Values): string {
  const parameter = values.query(query)
  return `(d.top @@ ${parameter} OR EXISTS (SELECT FROM
    (SELECT tsv FROM search_passage x WHERE x.document_id = d.id OFFSET 0) p WHERE p.tsv @@ ${parameter}))`
}

/** By the words in titles, names and topics, the rarer the heavier; a little more for what is new, or says little else. */
function topScore({ terms }: TextQuery, values: Values): string {
  // ts_rank gives 0.608 for one word at full weight.
  const all = terms.reduce((sum, { weight }) => sum + weight, 0) * 0.608
  const words = terms
    .map(
      ({ query, weight }) =>
        `${values.add(weight / all)}::real * ts_rank('{0.2,0.4,0.7,1}', d.top, ${values.query(query)})`,
    )
    .join(' + ')
  // In floating point: numeric has an exponential that costs more than all else here.
  const newness = '(1 + 0.15::float8 * exp(-greatest(current_date - d.day, 0)::float8 / 1500))'
  return `((${words}) * coalesce(${newness}, 1))::real`
}

/** The best once more: by their passages, by the order of the words, by how much of the title they are. */
function deepSteps(text: TextQuery, isExact: boolean, values: Values): string {
  const all = text.terms.reduce((sum, { weight }) => sum + weight, 0) * 0.608
  const words = text.terms
    .map(
      ({ query, weight }) => `${values.add(weight / all)}::real * ts_rank('{1,1,1,1}', p.tsv, ${values.query(query)})`,
    )
    .join(' + ')
  const any = values.query(text.any)
  const inOrder = text.inOrder === null ? null : values.query(text.inOrder)
  const near = (vector: string) => (inOrder === null ? 'false' : `${vector} @@ ${inOrder}`)
  // `together`: passages with all the words lift their document though its top has none of them. Those of a phrase have
  // been looked for already.
  const steps = {
    together:
      isExact && text.terms.length > 1 && !text.phrases.length && text.positive && text.estimate <= FEW_TOGETHER
        ? `SELECT document_id FROM search_passage WHERE ${matches(text.positive, values, 'tsv')}
            AND (SELECT count(*) FROM m) > ${MOST_DEEP} LIMIT ${MOST_TOGETHER}`
        : 'SELECT NULL::uuid AS document_id WHERE false',
    deep: `(SELECT id, kind, day, s FROM best ORDER BY s DESC, day DESC NULLS LAST, id DESC LIMIT ${MOST_DEEP})
      UNION SELECT id, kind, day, s FROM m WHERE id IN (SELECT document_id FROM together)`,
    bonus: `
      SELECT c.id, max((CASE WHEN p.field = 'text' THEN 0.3 ELSE 0.35 END) * (${words} + CASE WHEN ${near('p.tsv')} THEN 0.5 ELSE 0 END)) AS score
      FROM deep c CROSS JOIN LATERAL (SELECT tsv, field FROM search_passage x WHERE x.document_id = c.id OFFSET 0) p WHERE p.tsv @@ ${any} GROUP BY c.id
      UNION ALL
      SELECT c.id, CASE WHEN ${near('d.top')} THEN 0.3 ELSE 0 END + 0.25 * ${values.add(text.terms.length)}::int / (2.0 + d.title_words) * least(1, c.s)
      FROM deep c JOIN search_document d ON d.id = c.id`,
  }
  return Object.entries(steps)
    .map(([name, sql]) => `${name} AS MATERIALIZED (${sql}),`)
    .join('\n')
}
