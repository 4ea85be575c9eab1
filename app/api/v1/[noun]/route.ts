import { preflight, problem } from '@/lib/api/answers'
import { answerList } from '@/lib/api/list'
import { apiNounOf } from '@/lib/api/nouns'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ noun: string }> }

/** A list of the JSON API, such as `/api/v1/sessions?topic=water`. */
export async function GET(request: Request, { params }: Props) {
  const noun = apiNounOf((await params).noun)
  return noun ? answerList(request, noun) : problem(404, 'This API has no such list.')
}
export const OPTIONS = () => preflight()
