import type { PrismaClient } from '@/prisma/client/client'

/** Tables that hold what was done, not what is there, or that follow from others. */
const NOT_COMPARED =
  /^(?:_|audit_entry|batch|content_version|likely_pair|one_time_link|presence|preview_link|publication|record$|record_word|recovery_code|revision|search_|setting|sign_in|user$)/

/**
 * Every row of the public tables, and of each record of the desk its newest content, that of the public and how it
 * stands: what an act and its undoing must leave as it was. Numbers of versions and times of writing only grow, and so
 * do the pairs that a session brought up, each time one is saved.
 */
export async function archiveRows(db: PrismaClient): Promise<Record<string, unknown[]>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`
  const rows: Record<string, unknown[]> = {}
  for (const { name } of tables) {
    if (NOT_COMPARED.test(name)) continue
    // Large tables take longer so than a page may.
    const [, [found]] = await db.$transaction([
      db.$queryRaw`SELECT set_config('statement_timeout', '120s', true)`,
      db.$queryRaw<{ rows: string[] }[]>`
        SELECT array(SELECT unnest(xpath('//row/text()', query_to_xml(format(
          'SELECT (to_jsonb(t) - ''updated_at'' - ''version'')::text AS row FROM %I t ORDER BY 1', ${name}::text), false, false, '')))::text) AS rows`,
    ])
    rows[name] = found?.rows ?? []
  }
  withoutBare(rows)
  rows.record = await db.$queryRaw<unknown[]>`
    SELECT record.id, record.noun, parent_id, record.content, titles, sort_name, sort_en, sort_ru, state, review, remark,
      scheduled_at, merged_into_id, binned_at, published.content AS published
    FROM record LEFT JOIN revision AS published ON published.record_id = record.id AND published.version = published_version
    ORDER BY record.id`
  rows.record_word = await db.$queryRaw<unknown[]>`SELECT * FROM record_word ORDER BY record_id, word`
  rows.likely_pair = await db.$queryRaw<unknown[]>`
    SELECT * FROM likely_pair WHERE is_by_name OR not_same_at IS NOT NULL ORDER BY first_id, second_id`
  rows.search_document = await db.$queryRaw<unknown[]>`
    SELECT id, kind, day, array(SELECT unnest(words) AS word ORDER BY word) AS words FROM search_document ORDER BY id`
  return rows
}

type Row = { id?: string; slug?: string; state?: string } & Record<string, unknown>

/**
 * Leaves out rows that stand only so that a mention of a draft has something to point to: they hold no word, and stay
 * when the mention goes.
 */
function withoutBare(rows: Record<string, unknown[]>): void {
  const bare = new Set<unknown>()
  const keep = (name: string, isKept: (row: Row) => boolean) => {
    rows[name] = (rows[name] ?? []).filter((row) => String(row).trim() !== '' && isKept(JSON.parse(String(row))))
  }
  for (const name of Object.keys(rows))
    keep(name, ({ id, slug, state }) => {
      const isBare = state === 'draft' && slug !== undefined && slug === id
      if (isBare) bare.add(id)
      return !isBare
    })
  for (const name of Object.keys(rows).filter((each) => each.endsWith('_slug')))
    keep(name, (row) => !bare.has(row[`${name.slice(0, -'_slug'.length)}_id`]))
}
