import type { Noun } from '@/lib/revisions/nouns'

/**
 * What the public is told of the records of each noun, as lib/addresses.ts tells it: published, or withdrawn by itself
 * or with what it belongs to, and then by which record. What is not public, nor was, is in none of them.
 */

const noSlug = { slug: 'NULL::text', slugs: null }

type Table = {
  /** Tables joined to the noun's own, which is `own`. */
  joins: string
  /** The record itself, then what it belongs to, from the nearest on. */
  chain: [noun: Noun, alias: string][]
  parent: string
  slug: string
  slugs: { table: string; of: string; within: string } | null
}

const forumOf = "JOIN forum ON forum.id = edition.forum_id AND forum.state IN ('published', 'withdrawn')"
const editionOf = `JOIN edition ON edition.id = own.edition_id AND edition.state IN ('published', 'withdrawn') ${forumOf}`

const alone = (noun: Noun): Table => ({
  joins: '',
  chain: [[noun, 'own']],
  parent: 'NULL::uuid',
  slug: 'own.slug',
  slugs: { table: `${noun}_slug`, of: `${noun}_id`, within: 'NULL::uuid' },
})

export const tables: Record<Noun, Table> = {
  forum: alone('forum'),
  edition: {
    joins: "JOIN forum ON forum.id = own.forum_id AND forum.state IN ('published', 'withdrawn')",
    chain: [
      ['edition', 'own'],
      ['forum', 'forum'],
    ],
    parent: 'own.forum_id',
    slug: 'own.slug',
    slugs: { table: 'edition_slug', of: 'edition_id', within: 'forum_id' },
  },
  session: {
    joins: editionOf,
    chain: [
      ['session', 'own'],
      ['edition', 'edition'],
      ['forum', 'forum'],
    ],
    parent: 'own.edition_id',
    slug: 'own.slug',
    slugs: { table: 'session_slug', of: 'session_id', within: 'edition_id' },
  },
  person: alone('person'),
  organisation: alone('organisation'),
  topic: alone('topic'),
  statement: {
    joins: `${editionOf} LEFT JOIN session ON session.id = own.session_id
      LEFT JOIN appearance ON appearance.id = own.appearance_id LEFT JOIN person ON person.id = appearance.person_id`,
    chain: [
      ['statement', 'own'],
      ['person', 'person'],
      ['session', 'session'],
      ['edition', 'edition'],
      ['forum', 'forum'],
    ],
    parent: 'own.edition_id',
    ...noSlug,
  },
  source: { ...alone('source'), ...noSlug },
}

/** A record as the public is told of it; `gone_by` is the record whose withdrawal took it away, null while it is there. */
export type StandingRow = {
  id: string
  public_id: string | null
  parent: string | null
  slug: string | null
  version: number
  published_at: Date | null
  updated_at: Date
  gone_by: string | null
  withdrawn_at: Date | null
}

/** The records of a noun for which `condition` holds, in the order of their ids. */
export function standingSql(noun: Noun, condition: string): string {
  const { joins, chain, parent, slug } = tables[noun]
  const values = chain.map(([, alias], n) => `(${n}, ${alias}.id, ${alias}.state, ${alias}.withdrawn_at)`).join(', ')
  return `
    SELECT own.id, record.public_id, ${parent} AS parent, ${slug} AS slug, record.published_version AS version,
      own.published_at, own.updated_at, bar.id AS gone_by, bar.withdrawn_at
    FROM ${noun} AS own JOIN record ON record.id = own.id AND record.published_version IS NOT NULL ${joins}
    LEFT JOIN LATERAL (
      SELECT step.id, step.state, step.withdrawn_at FROM (VALUES ${values}) AS step(n, id, state, withdrawn_at)
      WHERE step.state <> 'published' ORDER BY n LIMIT 1) AS bar ON true
    WHERE (bar.state IS NULL OR bar.state = 'withdrawn') AND ${condition} ORDER BY own.id`
}

/** The public reasons of withdrawals, of whatever noun, by the ids in $1. */
export const reasonsSql = `SELECT id, language, reason FROM (${(Object.keys(tables) as Noun[])
  .map((noun) => `SELECT ${noun}_id AS id, language, withdrawal_reason AS reason FROM ${noun}_text`)
  .join(' UNION ALL ')}) AS said WHERE id = ANY($1::uuid[]) AND reason IS NOT NULL ORDER BY id, language`

/** The slugs that records of a noun have and had, by the ids in $1; null where the noun has none. */
export const slugsSql = (noun: Noun): string | null => {
  const { slugs } = tables[noun]
  return (
    slugs &&
    `SELECT ${slugs.of} AS id, ${slugs.within} AS parent, slug FROM ${slugs.table}
      WHERE ${slugs.of} = ANY($1::uuid[]) ORDER BY 1, 2, 3`
  )
}
