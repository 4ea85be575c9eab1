import { z } from 'zod'
import { answerLines, headOfLines } from '@/app/api/v1/whole-file'
import { preflight } from '@/lib/api/answers'
import { locales } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { programmeMediaTypes, recordMediaTypes } from '@/lib/interchange/media-types'
import { programmeLines } from '@/lib/interchange/programme-lines'
import { largeFiles } from '@/lib/routes'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ edition: string; file: string }> }

const asked = async (request: Request, { params }: Props): Promise<Parameters<typeof answerLines>> => {
  const { edition, file: name } = await params
  const id = z.uuid().safeParse(edition).data?.toLowerCase()
  const file = z.enum(largeFiles).safeParse(name).data
  const lang = z.enum(locales).catch('en').parse(new URL(request.url).searchParams.get('lang'))
  const open = async () => (id && file ? programmeLines(id, file, i18n(lang)) : null)
  const type = file && (file === 'calendar.ics' ? recordMediaTypes.ics : programmeMediaTypes[file])
  return [request, open, `edition-${edition}-${name}`, type]
}

/** The programme of an edition as a file, written while it is read, however many sessions it has; by its id. */
export const GET = async (...of: Parameters<typeof asked>) => answerLines(...(await asked(...of)))
export const HEAD = async (...of: Parameters<typeof asked>) => headOfLines(...(await asked(...of)))
export const OPTIONS = () => preflight()
