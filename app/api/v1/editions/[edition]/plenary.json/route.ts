import { z } from 'zod'
import { answerLines, headOfLines } from '@/app/api/v1/whole-file'
import { preflight } from '@/lib/api/answers'
import { editionLines } from '@/lib/interchange/archive-json/archive-lines'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ edition: string }> }

const asked = async (request: Request, { params }: Props): Promise<Parameters<typeof answerLines>> => {
  const { edition } = await params
  const id = z.uuid().safeParse(edition)
  const open = async () => (id.success ? editionLines(id.data.toLowerCase()) : null)
  return [request, open, `plenary-edition-${edition}.json`]
}

/** One edition with all that it mentions, as Plenary's own JSON; by its id. */
export const GET = async (...of: Parameters<typeof asked>) => answerLines(...(await asked(...of)))
export const HEAD = async (...of: Parameters<typeof asked>) => headOfLines(...(await asked(...of)))
export const OPTIONS = () => preflight()
