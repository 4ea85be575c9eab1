import { z } from 'zod'
import { may } from '@/lib/auth/permissions'
import { signedIn } from '@/lib/auth/signed-in'
import { markPresent } from '@/lib/revisions/presence'

export const dynamic = 'force-dynamic'

/** Who else has a record open: asked now and then by its form, which is itself the sign of whoever asks. */
export async function GET(request: Request): Promise<Response> {
  const user = await signedIn()
  if (!user || !may(user, 'write')) return Response.json({ error: 'signedOut' }, { status: user ? 403 : 401 })
  const record = z.uuid().safeParse(new URL(request.url).searchParams.get('record'))
  if (!record.success) return Response.json({ error: 'record' }, { status: 400 })
  const present = await markPresent(record.data, user.id)
  return Response.json({ present }, { headers: { 'cache-control': 'no-store' } })
}
