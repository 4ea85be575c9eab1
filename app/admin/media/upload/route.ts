import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed, signedIn } from '@/lib/auth/signed-in'
import { getMediaForEdit } from '@/lib/media/queries'
import { summaryOf } from '@/lib/media/summary'
import { takeUpload } from '@/lib/media/take-upload'
import { UploadProblem } from '@/lib/media/upload-problem'
import { type Path, routes, withQuery } from '@/lib/routes'

export const dynamic = 'force-dynamic'

/** What an address can hold of what was typed, when the form has to be shown again. */
const MOST_TYPED = 3000

/**
 * Takes a file: a route and not an action, as it reads the file from the request while it arrives. A form is led on; a
 * script that asks for JSON is told.
 */
export async function POST(request: Request): Promise<Response> {
  const wantsJson = request.headers.get('accept')?.includes('application/json') ?? false
  if (wantsJson && !(await signedIn())) return Response.json({ problem: 'signedOut' }, { status: 401 })
  const user = await allowed('write')
  const { t } = await deskI18n()
  try {
    const { id, isKnown } = await takeUpload(request, user)
    if (!wantsJson) return seeOther(withQuery(routes.oneMedia(id), { done: isKnown ? 'known' : 'added' }))
    const media = await getMediaForEdit(id)
    return Response.json({ media: media && summaryOf(media), isKnown }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (!(error instanceof UploadProblem)) throw error
    const { key, status, typed, cause } = error
    if (key === 'storage') console.error('an upload could not be stored', cause)
    if (wantsJson) return Response.json({ problem: key, text: t(`deskMedia.problem.${key}`) }, { status })
    const again = withQuery(routes.newMedia(), { problem: key, ...typed })
    return seeOther(again.length < MOST_TYPED ? again : withQuery(routes.newMedia(), { problem: key }))
  }
}

const seeOther = (location: Path) => new Response(null, { status: 303, headers: { location } })
