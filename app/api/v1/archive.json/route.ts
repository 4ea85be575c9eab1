import { answerLines, headOfLines } from '@/app/api/v1/whole-file'
import { preflight } from '@/lib/api/answers'
import { archiveLines } from '@/lib/interchange/archive-json/archive-lines'

export const dynamic = 'force-dynamic'

const NAME = 'plenary-archive.json'

/** The whole public archive as one file, from one moment. */
export const GET = (request: Request) => answerLines(request, async () => archiveLines(), NAME)
export const HEAD = (request: Request) => headOfLines(request, async () => archiveLines(), NAME)
export const OPTIONS = () => preflight()
