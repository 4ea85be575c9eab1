import 'server-only'
import { db } from './db'

const PATIENCE_MS = 1500

/** Whether the database answers in time. Never says why not: that is in the log of whoever asks it something. */
export async function isDatabaseThere(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false)
  })
  const answer = db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  )
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
