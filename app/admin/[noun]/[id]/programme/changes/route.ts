import { z } from 'zod'
import { may } from '@/lib/auth/permissions'
import { signedIn } from '@/lib/auth/signed-in'
import { type Programme, readProgrammePlaces, readProgrammeSince } from '@/lib/programme/queries'

export const dynamic = 'force-dynamic'

/** Saves end in another order than they begin: what is asked for reaches a little further back. */
const OVERLAP = 15_000
/** Whoever was away for longer is told to load the page anew. */
const LONGEST_AGO = 3_600_000

const asked = z.object({ noun: z.literal('editions'), id: z.uuid(), since: z.coerce.number().int().min(0) })

/** `at` is what the next question begins from, `lock` that of the edition; null where the page must be loaded anew. */
export type ProgrammeChanges = (Programme & { at: number; lock: number }) | null

const answer = (status: number, body: ProgrammeChanges) =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } })

/** What was saved in a programme since, for the page that shows it; asked every few seconds. */
export async function GET(request: Request, { params }: { params: Promise<{ noun: string; id: string }> }) {
  const user = await signedIn()
  if (!may(user, 'write') || !user) return answer(user ? 403 : 401, null)
  const parsed = asked.safeParse({ ...(await params), since: new URL(request.url).searchParams.get('since') })
  if (!parsed.success) return answer(404, null)
  const { id, since } = parsed.data
  const at = Date.now()
  const places = await readProgrammePlaces(id, user.locale)
  if (!places || at - since > LONGEST_AGO) return answer(404, null)
  const changes = await readProgrammeSince(id, new Date(since - OVERLAP), places.timeZone, user)
  return answer(200, { ...changes, at, lock: places.lock })
}
