import { exportAudit } from '@/lib/audit/export'
import { readAuditFilter } from '@/lib/audit/filter'
import { allowed } from '@/lib/auth/signed-in'

export const dynamic = 'force-dynamic'

/** The audit as a file of CSV or JSON, narrowed as its page is, sent while it is read. */
export async function GET(request: Request) {
  await allowed('administer')
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const format = query.format === 'json' ? 'json' : 'csv'
  const pieces = exportAudit(readAuditFilter(query), format)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    // One piece when the last was taken: who reads slowly holds no more than one.
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': `${format === 'csv' ? 'text/csv' : 'application/json'}; charset=utf-8`,
      'content-disposition': `attachment; filename="plenary-audit.${format}"`,
      'cache-control': 'no-store',
    },
  })
}
