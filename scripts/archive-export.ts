// npm run archive:export -- [--out FILE]: the whole public archive as one JSON file, on stdout or in a file.
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { withArchiveDatabase } from './program/archive-database.mjs'
import { PlainError, runMain } from './program/plain-error.mjs'

await runMain(async () => {
  const out = readOut()
  await withArchiveDatabase(async () => {
    const { archiveLines } = await import('@/lib/interchange/archive-json/archive-lines')
    const text = Readable.from(archiveLines())
    if (!out) return pipeline(text, process.stdout)
    // Under its name only once it is whole.
    const unfinished = `${out}.part`
    try {
      await pipeline(text, createWriteStream(unfinished))
      await rename(unfinished, out)
    } finally {
      await rm(unfinished, { force: true })
    }
    console.error(`The public archive is in ${out}`)
  })
})

function readOut(): string | null {
  try {
    return parseArgs({ options: { out: { type: 'string' } } }).values.out ?? null
  } catch (error) {
    throw new PlainError(`This command is npm run archive:export -- [--out FILE]: ${(error as Error).message}`)
  }
}
