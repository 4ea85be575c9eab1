import { answerSearch } from '../search-data'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) => answerSearch(request, 'json')
