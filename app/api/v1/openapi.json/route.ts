import { jsonAnswer, preflight } from '@/lib/api/answers'
import { openApiDocument } from '@/lib/api/openapi'

export const dynamic = 'force-dynamic'

/** The JSON API described (OpenAPI 3.1). */
export const GET = (request: Request) => jsonAnswer(request, openApiDocument())
export const OPTIONS = () => preflight()
