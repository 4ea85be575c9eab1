import 'server-only'
import { db } from '@/lib/db'
import { inParts } from './connection'
import type { NewRecord } from './new-record'

/** As many records at once as take well under a second. */
const AT_ONCE = 250
/** Longer than any import takes. */
const LEFT_OVER_MS = 2 * 3_600_000

/**
 * Has the long texts of new records folded and stemmed for the search index on another connection, while the import's
 * own writes the records and then, in the same order, their documents. `search_add` takes what is there and makes the
 * rest itself, so this may fail or fall short and nothing but time is lost.
 */
export function prepareSearch(records: readonly NewRecord[]): { end(): Promise<void> } {
  let isOver = false
  const prepare = async () => {
    for (const some of inParts(records, AT_ONCE)) {
      if (isOver) return
      const texts = some.flatMap(longTexts)
      if (texts.length) await db.$executeRaw`SELECT search_prepare(${JSON.stringify(texts)}::jsonb)`
    }
  }
  const done = prepare().catch(() => {})
  return {
    async end() {
      isOver = true
      await done
      // What an import that died left goes too.
      await db.searchPrepared.deleteMany({ where: { at: { lt: new Date(Date.now() - LEFT_OVER_MS) } } }).catch(() => {})
      for (const some of inParts(records, 5000))
        await db.searchPrepared.deleteMany({ where: { recordId: { in: some.map(({ id }) => id) } } }).catch(() => {})
    },
  }
}

/** The texts of which search documents have passages. */
function longTexts({ id, content }: NewRecord): { id: string; language: string; text: string }[] {
  const texts = (content.texts ?? {}) as Record<string, { [field: string]: unknown }>
  return Object.entries(texts).flatMap(([language, { abstract, note, biography }]) =>
    [abstract, note, biography].flatMap((text) => (typeof text === 'string' ? [{ id, language, text }] : [])),
  )
}
