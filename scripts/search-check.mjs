// npm run search:check: proves that the search index is what a rebuild would make of the records. Changes nothing.
import { PlainError, runMain } from './program/plain-error.mjs'
import { forAllRecords, withArchive } from './search-index.mjs'

const MOST_SHOWN = 20

await runMain(() =>
  withArchive(async (client) => {
    /** @type {string[]} */
    const differences = []
    // One moment for all of it: what editors change meanwhile is no difference.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    /** @type {(sql: string, values?: unknown[]) => Promise<void>} */
    const collect = async (sql, values) => {
      const { rows } = await client.query(sql, values)
      differences.push(...rows.map(({ difference }) => difference))
    }
    await forAllRecords(
      client,
      (kind, ids) => collect('SELECT search_differences($1, $2::uuid[]) AS difference', [kind, ids]),
      console.log,
    )
    await collect('SELECT search_total_differences() AS difference')
    await client.query('COMMIT')
    if (!differences.length) {
      console.log('The search index is what a rebuild would make of the records')
      return
    }
    for (const difference of differences.slice(0, MOST_SHOWN)) console.log(`- ${difference}`)
    throw new PlainError(
      `The search index differs from the records in ${differences.length} places: run npm run search:rebuild.`,
    )
  }),
)
