import 'server-only'
import { db } from './db'
import { currentPreview } from './preview/current'

/**
 * Keeps what `make` finds for as long as nothing that readers see changes: for what costs a look at everything and
 * is the same on many pages. One small query tells whether it still holds. The version is read first, so that a
 * change in between is never missed. A preview neither reads nor leaves anything here.
 */
export function keptForVersion<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: { version: bigint; value: Promise<T> } | undefined
  return async () => {
    if (currentPreview()) return make() // what a preview sees is nobody else's
    const { version } = await db.contentVersion.findUniqueOrThrow({ where: { id: 1 }, select: { version: true } })
    if (kept?.version !== version) {
      const made = { version, value: make() }
      kept = made
      made.value.catch(() => {
        if (kept === made) kept = undefined
      })
    }
    return kept.value
  }
}
