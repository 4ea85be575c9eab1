// npm run archive:import -- FILE: reads the file of a whole archive into an empty one, all of it or nothing.
import { createReadStream, existsSync } from 'node:fs'
import { withArchiveDatabase } from './program/archive-database.mjs'
import { PlainError, runMain } from './program/plain-error.mjs'

await runMain(async () => {
  const [file, ...more] = process.argv.slice(2)
  if (!file || more.length) throw new PlainError('This command is npm run archive:import -- FILE.')
  if (!existsSync(file)) throw new PlainError(`There is no file ${file}.`)
  await withArchiveDatabase(async () => {
    const { importArchive } = await import('@/lib/interchange/archive-json/import-archive')
    const { linesOf, UnreadableArchive } = await import('@/lib/interchange/archive-json/read-file')
    let said = Date.now()
    const log = (done: number) => {
      if (Date.now() - said < 5000) return
      said = Date.now()
      console.error(`${done} records read`)
    }
    try {
      const counts = await importArchive(linesOf(createReadStream(file)), log)
      const told = Object.entries(counts).map(([noun, count]) => `${noun} ${count}`)
      console.log(`The archive of ${file} is in the database: ${told.join(', ')}.`)
      if (counts.media)
        console.log('Its pictures and documents are not in the file: copy the folder media of the other archive.')
    } catch (error) {
      throw error instanceof UnreadableArchive ? new PlainError(error.message, { cause: error }) : error
    }
  })
})
