import { z } from 'zod'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { getMediaForEdit } from '@/lib/media/queries'
import { saveWords } from '@/lib/media/save-words'
import { summaryOf } from '@/lib/media/summary'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ media: string }> }

const MOST_BYTES = 64 * 1024

const idOf = async (params: Context['params']) => z.uuid().safeParse((await params).media).data ?? null

/** What a form shows of a stored file. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  await allowed('write')
  return answer(await idOf(params))
}

/** What a form says about a file that was chosen in it: saved apart from the record that the form is of. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const user = await allowed('write')
  const id = await idOf(params)
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(length <= MOST_BYTES)) return new Response(null, { status: 413 })
  const fields = await request.formData().catch(() => null)
  if (!fields || !id) return new Response(null, { status: id ? 400 : 404 })
  const errors = await saveWords(id, Object.fromEntries(fields), user, await deskI18n())
  if (errors && Object.keys(errors).length) return Response.json({ errors }, { status: 422 })
  return answer(id)
}

async function answer(id: string | null) {
  const media = id ? await getMediaForEdit(id) : null
  if (!media) return new Response(null, { status: 404 })
  return Response.json({ media: summaryOf(media) }, { headers: { 'cache-control': 'no-store' } })
}
