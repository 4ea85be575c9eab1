import { z } from 'zod'
import { may } from '@/lib/auth/permissions'
import { signedIn } from '@/lib/auth/signed-in'
import { findRecords } from '@/lib/revisions/find-records'
import { nouns } from '@/lib/revisions/nouns'

export const dynamic = 'force-dynamic'

const MOST_LETTERS = 200

const asked = z.object({
  noun: z.enum(nouns),
  q: z.string().transform((text) => text.slice(0, MOST_LETTERS)),
  /** Only records below this one. */
  parent: z.uuid().nullable(),
  /** Ids that are chosen already. */
  exclude: z.array(z.uuid()).max(300),
})

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } })

/** What a picker offers for what is typed. Who may not write is told so by the status, as scripts cannot sign in. */
export async function GET(request: Request) {
  const user = await signedIn()
  if (!user) return answer(401, { found: [] })
  if (!may(user, 'write')) return answer(403, { found: [] })
  const query = new URL(request.url).searchParams
  const parsed = asked.safeParse({
    noun: query.get('noun'),
    q: query.get('q'),
    parent: query.get('parent'),
    exclude: query.getAll('exclude'),
  })
  if (!parsed.success) return answer(400, { found: [] })
  const { noun, q, parent, exclude } = parsed.data
  return answer(200, { found: await findRecords({ noun, text: q, locale: user.locale, exclude, parentId: parent }) })
}
