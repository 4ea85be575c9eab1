import { preflight } from '@/lib/api/answers'
import { answerHarvester } from '@/lib/oai/answer'

export const dynamic = 'force-dynamic'

/** As long as the arguments of a harvester can be. */
const MOST = 10_000

async function answer(sent: URLSearchParams) {
  return new Response(await answerHarvester(sent), {
    headers: {
      'content-type': 'text/xml; charset=utf-8',
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
    },
  })
}

/** Where libraries harvest the archive (OAI-PMH 2.0). */
export const GET = (request: Request) => answer(new URL(request.url).searchParams)

/** The same with the arguments in a form, as the protocol asks for. */
export async function POST(request: Request) {
  if (Number(request.headers.get('content-length') ?? MOST + 1) > MOST)
    return new Response('This is too much.\n', { status: 413 })
  return answer(new URLSearchParams(await request.text()))
}
export const OPTIONS = () => preflight('GET, HEAD, POST, OPTIONS')
