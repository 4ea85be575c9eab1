import { problem, streamed } from '@/lib/api/answers'
import { TooManyReaders } from '@/lib/interchange/archive-json/snapshot'

const headersOf = (name: string, type: string) => ({
  'content-type': `${type}; charset=utf-8`,
  'content-disposition': `attachment; filename="${name}"`,
})

/** A file that is written while it is read; null is what is not there. */
export async function answerLines(
  request: Request,
  open: () => Promise<AsyncGenerator<string> | null>,
  name: string,
  type = 'application/json',
): Promise<Response> {
  try {
    const lines = await open()
    if (!lines) return problem(404, 'The archive has no such edition.')
    // The first line comes once the archive can be read: until then the status is not said.
    const first = await lines.next()
    return streamed(request, first.done ? '' : first.value, lines, headersOf(name, type))
  } catch (error) {
    if (!(error instanceof TooManyReaders)) throw error
    return problem(503, 'Others are reading the whole archive just now. Please try again in a minute.', {
      headers: { 'retry-after': '60' },
    })
  }
}

/** The same without the file. */
export async function headOfLines(...asked: Parameters<typeof answerLines>): Promise<Response> {
  const { status, headers, body } = await answerLines(...asked)
  await body?.cancel()
  return new Response(null, { status, headers })
}
