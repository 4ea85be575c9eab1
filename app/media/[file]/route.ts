import { isDatabaseThere } from '@/lib/health'
import { answerFile, noSuchFile } from '@/lib/media/file-answer'
import { findPreviewFile } from '@/lib/media/preview-file'
import { findPublicFile } from '@/lib/media/queries'
import { isStoredName } from '@/lib/media/store'

export const dynamic = 'force-dynamic'

/** A file that a public record uses, for ever the same at its address, or one of the draft that a preview shows; else 404. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file: name } = await params
  if (!isStoredName(name)) return noSuchFile()
  try {
    const file = await findPublicFile(name)
    if (file) return await answerFile(request, file, 'public, max-age=31536000, immutable')
    const draft = await findPreviewFile(request.headers.get('cookie'), name)
    return draft ? await answerFile(request, draft, 'private, no-store') : noSuchFile()
  } catch (error) {
    if (await isDatabaseThere()) throw error
    return new Response('The archive cannot be reached at the moment. Please try again in a few seconds.\n', {
      status: 503,
      headers: { 'retry-after': '5', 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' },
    })
  }
}

export const HEAD = GET
