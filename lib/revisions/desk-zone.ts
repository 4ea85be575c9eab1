import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'

/** In which zone the desk shows when something was done: that of the newest edition, which those at work on it are in. */
export const deskTimeZone = cache(async (): Promise<string> => {
  const [newest] = await db.$queryRaw<{ zone: string }[]>`
    SELECT content->>'timeZone' AS zone FROM record WHERE noun = 'edition' AND binned_at IS NULL AND content->>'timeZone' IS NOT NULL
    ORDER BY content->>'startsOn' DESC NULLS LAST, id DESC LIMIT 1`
  return newest?.zone ?? 'UTC'
})
