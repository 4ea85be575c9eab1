// npm run search:rebuild: makes the search index anew from the records, some at a time, each in a transaction of its
// own, so that readers and editors go on meanwhile. Needed only when search:check finds a difference.
import { runMain } from './program/plain-error.mjs'
import { forAllRecords, withArchive } from './search-index.mjs'

await runMain(() =>
  withArchive(async (client) => {
    const since = Date.now()
    /** @type {(sql: string, values?: unknown[]) => Promise<void>} */
    const inTransaction = async (sql, values) => {
      await client.query('BEGIN')
      try {
        // The lock that every change of the archive takes, as search_apply does.
        await client.query('SELECT FROM content_version WHERE id = 1 FOR UPDATE')
        await client.query(sql, values)
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      }
    }
    // What is noted by now to be written later is written by this.
    const { rows: noted } = await client.query('SELECT coalesce(max(id), 0) AS last FROM search_stale')
    await forAllRecords(
      client,
      (kind, ids) => inTransaction('SELECT search_rewrite($1, $2::uuid[])', [kind, ids]),
      console.log,
    )
    await inTransaction(`
      SELECT search_refresh(kind, array_agg(id)) FROM search_document d
      WHERE NOT EXISTS (SELECT FROM search_public p WHERE p.kind = d.kind AND p.id = d.id) GROUP BY kind`)
    await inTransaction(
      'DELETE FROM search_passage p WHERE NOT EXISTS (SELECT FROM search_document d WHERE d.id = p.document_id)',
    )
    await inTransaction("DELETE FROM search_stale WHERE reach = 'later' AND id <= $1", [noted[0].last])
    await inTransaction('SELECT search_apply()')
    await inTransaction('SELECT search_recount()')
    await client.query('VACUUM (ANALYZE) search_document, search_passage, search_word, search_facet')
    console.log(`The search index was made anew in ${Math.round((Date.now() - since) / 1000)} seconds`)
  }),
)
