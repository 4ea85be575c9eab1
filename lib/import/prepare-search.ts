import 'server-only'
import { db } from '@/lib/db'
import { inParts } from './connection'
import type { NewRecord } from './new-record'
import { MANY } from './write-records'

/** As many records at once as take well under a second. */
const AT_ONCE = 250
/** Longer than any import takes. */
const LEFT_OVER_MS = 2 * 3_600_000

/**
 * Has the long texts of new records folded and stemmed for the search index on another connection, while the rest of
 * them is compared and then written in the same order. `search_add` takes what is there and makes the rest itself, so
 * this may fail or fall short and nothing but time is lost. With few records, or when nothing is to be published, it
 * does nothing.
 */
export function prepareSearch(isWanted: boolean): { add: (record: NewRecord) => void; end: () => Promise<void> } {
  const waiting: NewRecord[] = []
  const ids: string[] = []
  let isOver = false
  let running: Promise<void> | null = null
  const prepare = async () => {
    while (!isOver && waiting.length) {
      const texts = waiting.splice(0, AT_ONCE).flatMap(longTexts)
      if (texts.length) await db.$executeRaw`SELECT search_prepare(${JSON.stringify(texts)}::jsonb)`
    }
  }
  return {
    add(record) {
      if (!isWanted) return
      waiting.push(record)
      ids.push(record.id)
      if (ids.length > MANY && waiting.length >= AT_ONCE)
        running ??= prepare()
          .catch(() => {
            isOver = true
          })
          .finally(() => {
            running = null
          })
    },
    async end() {
      isOver = true
      await running
      if (ids.length <= MANY) return
      // What an import that died left goes too.
      await db.searchPrepared.deleteMany({ where: { at: { lt: new Date(Date.now() - LEFT_OVER_MS) } } }).catch(() => {})
      for (const some of inParts(ids, 5000))
        await db.searchPrepared.deleteMany({ where: { recordId: { in: some } } }).catch(() => {})
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
