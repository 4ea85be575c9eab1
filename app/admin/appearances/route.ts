import { z } from 'zod'
import { may } from '@/lib/auth/permissions'
import { signedIn } from '@/lib/auth/signed-in'
import { readAppearances } from '@/lib/revisions/edit-queries'

export const dynamic = 'force-dynamic'

/** Who is in a session, for the form of a statement. */
export async function GET(request: Request): Promise<Response> {
  const user = await signedIn()
  if (!may(user, 'write')) return Response.json({ error: 'signedOut' }, { status: user ? 403 : 401 })
  const session = z.uuid().safeParse(new URL(request.url).searchParams.get('session'))
  if (!session.success) return Response.json({ error: 'session' }, { status: 400 })
  return Response.json(
    { appearances: await readAppearances(session.data) },
    { headers: { 'cache-control': 'no-store' } },
  )
}
