import 'server-only'
import { byteRange } from './byte-range'
import { kindOfType } from './file-kinds'
import type { ServedFile } from './queries'
import { mediaStore } from './store'

/** Whatever is in the file, it runs nothing, asks for nothing and belongs to no site. */
const INERT = { 'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff' }

const TEXT = { ...INERT, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }

export const noSuchFile = () => new Response('There is no such file here.\n', { status: 404, headers: TEXT })

/**
 * Answers with a stored file, or a part of it, as it comes from the store: never whole in memory. A picture is shown, a
 * document is downloaded. A file that the database knows and the store lacks is a 404 and a line in the log.
 */
export async function answerFile(request: Request, file: ServedFile, cacheControl: string): Promise<Response> {
  const etag = `"${file.sha256}"`
  const headers = { ...INERT, etag, 'cache-control': cacheControl, 'accept-ranges': 'bytes' }
  const known = request.headers.get('if-none-match')
  if (known?.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim())))
    return new Response(null, { status: 304, headers })

  const isFresh = [null, etag].includes(request.headers.get('if-range'))
  const range = isFresh ? byteRange(request.headers.get('range'), file.byteSize) : null
  if (range === 'beyond')
    return new Response(null, { status: 416, headers: { ...TEXT, 'content-range': `bytes */${file.byteSize}` } })

  const isHead = request.method === 'HEAD'
  const stored = await mediaStore().read(file.name, isHead ? { start: 0, end: 0 } : (range ?? undefined))
  if (!stored || stored.size !== file.byteSize) {
    await stored?.body.cancel()
    console.error(JSON.stringify({ msg: stored ? 'a stored file is damaged' : 'a stored file is missing', ...file }))
    return noSuchFile()
  }
  if (isHead) await stored.body.cancel()
  return new Response(isHead ? null : stored.body, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-type': file.mediaType,
      'content-length': String(range ? range.end - range.start + 1 : file.byteSize),
      'content-disposition': disposition(file),
      ...(range ? { 'content-range': `bytes ${range.start}-${range.end}/${file.byteSize}` } : {}),
    },
  })
}

/** RFC 6266: the name in ASCII for the oldest, and as it is. */
function disposition({ name, mediaType, fileName }: ServedFile): string {
  if (kindOfType(mediaType) === 'picture') return 'inline'
  const own = fileName ?? name
  const plain = own.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(own).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
