import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fontFile } from '@/lib/fonts'

export const dynamic = 'force-dynamic'

/** A font file, to be kept for ever: its version is in its address. */
export async function GET(request: Request) {
  const file = fontFile(new URL(request.url).pathname)
  if (!file) return new Response(null, { status: 404 })
  const body = await readFile(path.join(process.cwd(), 'node_modules', file))
  return new Response(new Uint8Array(body), {
    headers: { 'content-type': 'font/woff2', 'cache-control': 'public, max-age=31536000, immutable' },
  })
}
