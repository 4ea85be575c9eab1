// npm run media:check: compares the stored files with what the database says of them. Changes nothing. With --content
// it also reads every file and compares its hash.
import { createHash } from 'node:crypto'
import { storedName } from '@/lib/media/file-kinds'
import { mediaStore } from '@/lib/media/store'
import { dataFolder } from './program/data-folder.mjs'
import { PlainError, runMain } from './program/plain-error.mjs'
import { withArchive } from './search-index.mjs'

const MOST_SHOWN = 50
const readsContent = process.argv.includes('--content')

type Row = { sha256: string; byte_size: number; media_type: string }

await runMain(() =>
  withArchive(async (client) => {
    process.env.PLENARY_DATA = dataFolder()
    process.env.DATABASE_URL ||= 'postgresql://' // the store asks for the configuration, not for the database
    const { rows } = await client.query<Row>(`
      SELECT sha256, byte_size, media_type FROM media
      UNION SELECT small_sha256, small_byte_size, media_type FROM media WHERE small_sha256 IS NOT NULL`)
    const wanted = new Map(rows.map((row) => [storedName(row.sha256, row.media_type), row.byte_size]))
    const found = new Set<string>()
    const wrong: string[] = []
    let left = 0
    for await (const { name, size } of mediaStore().list()) {
      const expected = wanted.get(name)
      if (expected === undefined) left++
      else if (expected !== size) wrong.push(`${name} has ${size} bytes, not ${expected}`)
      else if (readsContent && !(await isWhole(name))) wrong.push(`${name} has another content`)
      found.add(name)
    }
    for (const name of wanted.keys()) if (!found.has(name)) wrong.push(`${name} is missing`)
    if (left) console.log(`${left} files belong to no row: they were left by an upload or removal that was broken off`)
    if (!wrong.length) {
      console.log(`Every file the database knows is stored: ${wanted.size}`)
      return
    }
    for (const line of wrong.slice(0, MOST_SHOWN)) console.log(`- ${line}`)
    throw new PlainError(
      `${wrong.length} of ${wanted.size} stored files are missing or damaged: restore them from a copy.`,
    )
  }),
)

async function isWhole(name: string) {
  const hash = createHash('sha256')
  const stored = await mediaStore().read(name)
  for await (const chunk of stored?.body ?? []) hash.update(chunk)
  return hash.digest('hex') === name.slice(0, 64)
}
