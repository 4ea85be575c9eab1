import { preflight, problem } from '@/lib/api/answers'
import { apiNounOf } from '@/lib/api/nouns'
import { answerOne } from '@/lib/api/one'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ noun: string; key: string[] }> }

/** One record of the JSON API, by its id or the parts of its page's address. */
export async function GET(request: Request, { params }: Props) {
  const { noun, key } = await params
  const found = apiNounOf(noun)
  return found ? answerOne(request, found, key) : problem(404, 'This API has no such record.')
}
export const OPTIONS = () => preflight()
