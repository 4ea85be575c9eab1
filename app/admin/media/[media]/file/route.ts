import { z } from 'zod'
import { allowed } from '@/lib/auth/signed-in'
import { answerFile, noSuchFile } from '@/lib/media/file-answer'
import { findDeskFile } from '@/lib/media/queries'

export const dynamic = 'force-dynamic'

const sizes = z.enum(['whole', 'small']).catch('whole')

/** A stored file for those who are signed in, public or not; `?size=small` is the square of a picture. */
export async function GET(request: Request, { params }: { params: Promise<{ media: string }> }): Promise<Response> {
  await allowed('write')
  const id = z.uuid().safeParse((await params).media)
  const size = sizes.parse(new URL(request.url).searchParams.get('size'))
  const file = id.success ? await findDeskFile(id.data, size) : null
  return file ? answerFile(request, file, 'private, no-cache') : noSuchFile()
}

export const HEAD = GET
