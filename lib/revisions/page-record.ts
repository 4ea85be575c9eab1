import 'server-only'
import type { Address } from '@/lib/addresses'
import { currentPublication } from './publications'

/** What the foot of a record's page says of it; null in a preview of what was never public. */
export async function pageRecord(address: Address, { hasFeed = false } = {}) {
  if (address?.kind !== 'published') return null
  const { id, path } = address
  const current = await currentPublication(id)
  return current && { id, path, hasFeed, ...current }
}
