import type { ByteRange } from './store'

/**
 * The part of a file that a `Range` header asks for (RFC 9110, 14.2): null for the whole, as for anything but one part
 * in bytes; `beyond` when there is no such part.
 */
export function byteRange(header: string | null, size: number): ByteRange | 'beyond' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (!from && !to) return null
  if (!from) return Number(to) === 0 ? 'beyond' : { start: Math.max(0, size - Number(to)), end: size - 1 }
  if (to && Number(to) < Number(from)) return null
  if (Number(from) >= size) return 'beyond'
  return { start: Number(from), end: to ? Math.min(Number(to), size - 1) : size - 1 }
}
