import { isDatabaseThere } from '@/lib/health'
import { version } from '@/package.json'

export const dynamic = 'force-dynamic'

/** For load balancers and monitors: this process answers; 503 while the database does not. */
export async function GET() {
  const isThere = await isDatabaseThere()
  return Response.json(
    { process: 'ok', database: isThere ? 'ok' : 'away', version },
    {
      status: isThere ? 200 : 503,
      headers: { 'cache-control': 'no-store', ...(isThere ? {} : { 'retry-after': '5' }) },
    },
  )
}
