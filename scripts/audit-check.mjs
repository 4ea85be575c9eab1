// npm run audit:check: proves that no entry of the audit was changed or taken away behind the program's back. With the
// number and hash that an earlier run printed, also that nothing up to there was rewritten or cut off since:
// npm run audit:check -- 120 HASH
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
    const noted = readNoted(process.argv.slice(2))
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const broken = await client.query('SELECT id, reason FROM first_broken_audit_entry()')
    const known = await client.query('SELECT hash FROM audit_entry WHERE id = $1', [noted?.id ?? 0])
    const last = await client.query('SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1')
    await client.query('COMMIT')
    const [first] = broken.rows
    if (first)
      throw new PlainError(`The audit is broken at entry ${first.id}: ${meanings[first.reason] ?? first.reason}.`)
    if (noted && known.rows[0]?.hash !== noted.hash)
      throw new PlainError(
        known.rows[0]
          ? `The audit was rewritten: entry ${noted.id} had the hash ${noted.hash}, and has another now.`
          : `The audit was cut off: entry ${noted.id}, with the hash ${noted.hash}, is gone.`,
      )
    const [end] = last.rows
    // The chain alone cannot say that its end was cut off, or all of it made anew: what is printed here, kept elsewhere, can.
    console.log(end ? `The audit is whole: ${end.id} entries, the last with hash ${end.hash}` : 'The audit is empty')
  }),
)

/** @param {string[]} words */
function readNoted(words) {
  if (!words.length) return null
  const [id = '', hash = ''] = words
  if (!/^[1-9][0-9]{0,17}$/.test(id) || !/^[0-9a-f]{64}$/.test(hash))
    throw new PlainError('Give the number and the hash that an earlier run printed, or nothing.')
  return { id, hash }
}
