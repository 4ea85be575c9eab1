import 'server-only'
import { renderInPreview } from '@/lib/preview/render'
import { createTurns } from '@/lib/turns'
import { findPublicFile, type ServedFile } from './queries'

const TOKEN = /(?:^|;\s*)plenary-preview=([\w-]{43})(?:;|$)/

/** The pictures of a page are asked for at once, and each look holds the draft: one after the other. */
const inTurn = createTurns(1, 40)

/**
 * The file that a public address names if the draft were public that the reader's preview shows (the cookie that
 * scripts/front/preview.mjs sets); null without a preview.
 */
export async function findPreviewFile(cookies: string | null, name: string): Promise<ServedFile | null> {
  const token = TOKEN.exec(cookies ?? '')?.[1]
  if (!token) return null
  const found = await inTurn(() => renderInPreview(token, () => findPublicFile(name)))
  return found.kind === 'rendered' ? found.page : null
}
