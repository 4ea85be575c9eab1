import { z } from 'zod'
import { answerLines } from '@/app/api/v1/whole-file'
import { preflight } from '@/lib/api/answers'
import { editionLines } from '@/lib/interchange/archive-json/archive-lines'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ edition: string }> }

/** One edition with all that it mentions, as Plenary's own JSON; by its id. */
export async function GET(request: Request, { params }: Props) {
  const { edition } = await params
  const id = z.uuid().safeParse(edition)
  return answerLines(
    request,
    async () => (id.success ? editionLines(id.data.toLowerCase()) : null),
    `plenary-edition-${edition}.json`,
  )
}
export const OPTIONS = () => preflight()
