import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { authSecret } from '@/lib/env'

/** Nobody reads a form and says what is wrong faster than this; programs do. */
export const LEAST_SECONDS = 2
const MOST_HOURS = 24

const mark = (at: string) =>
  createHmac('sha256', authSecret()).update(`a form of corrections ${at}`).digest('base64url')

/** When a form was shown, signed, for the form to carry. */
export function shownNow(now = Date.now()): string {
  return `${now}.${mark(String(now))}`
}

/** Whether a form was shown a believable while ago: neither at once nor the day before, and by this archive. */
export function isBelievable(carried: string, now = Date.now()): boolean {
  const [at = '', given = ''] = carried.split('.', 2)
  const wanted = Buffer.from(mark(at))
  if (Buffer.byteLength(given) !== wanted.length || !timingSafeEqual(Buffer.from(given), wanted)) return false
  const seconds = (now - Number(at)) / 1000
  return seconds >= LEAST_SECONDS && seconds <= MOST_HOURS * 3600
}
