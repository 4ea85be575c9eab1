// npm run migration:new -- NAME [--empty]: writes a migration with what prisma/schema.prisma has and
// prisma/migrations lack. With --empty also when nothing differs, for SQL that the schema cannot say.
import path from 'node:path'
import { openEngine } from './migrations/schema-engine.mjs'
import { ensurePostgres } from './postgres/postgres.mjs'
import { projectDir } from './program/data-folder.mjs'
import { PlainError, runMain } from './program/plain-error.mjs'

await runMain(async () => {
  const words = process.argv.slice(2)
  const allowEmpty = words.includes('--empty')
  const name = words
    .filter((word) => !word.startsWith('--'))
    .join(' ')
    .trim()
  if (!/[a-z0-9]/i.test(name))
    throw new PlainError('Name the migration, for example: npm run migration:new -- add portraits')
  const postgres = await ensurePostgres({ log: console.log })
  try {
    const file = await writeMigration(postgres.url('postgres'), name, allowEmpty)
    console.log(
      file
        ? `Wrote ${path.relative(projectDir, file)}`
        : 'Nothing has changed: prisma/migrations already say what prisma/schema.prisma says',
    )
  } finally {
    await postgres.stop()
  }
})

/**
 * @param {string} url
 * @param {string} name
 * @param {boolean} allowEmpty
 */
async function writeMigration(url, name, allowEmpty) {
  const engine = await openEngine(url)
  try {
    return await engine.create(name, { allowEmpty })
  } finally {
    await engine.close()
  }
}
