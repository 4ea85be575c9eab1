// npm run audit:check: proves that no entry of the audit was changed or taken away behind the program's back.
import { PlainError, runMain } from './program/plain-error.mjs'
import { withArchive } from './search-index.mjs'

/** @type {Record<string, string>} */
const meanings = {
  changed: 'it is not what was written',
  'not linked': 'it does not follow the entry before it',
  'missing before': 'entries before it are missing',
}

await runMain(() =>
  withArchive(async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const broken = await client.query('SELECT id, reason FROM first_broken_audit_entry()')
    const last = await client.query('SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1')
    await client.query('COMMIT')
    const [first] = broken.rows
    if (first)
      throw new PlainError(`The audit is broken at entry ${first.id}: ${meanings[first.reason] ?? first.reason}.`)
    const [end] = last.rows
    // The chain cannot say that its end was cut off: whoever noted number and hash elsewhere can.
    console.log(end ? `The audit is whole: ${end.id} entries, the last with hash ${end.hash}` : 'The audit is empty')
  }),
)
