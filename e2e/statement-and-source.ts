import type { APIRequestContext } from '@playwright/test'
import type { Path } from '../lib/routes.ts'

/**
 * The addresses of a statement and a source, whose permanent ids the seed alone knows; of a speaker whom no other
 * journey lets say something, as that may be withdrawn again.
 */
export async function statementAndSource(request: APIRequestContext): Promise<Record<'statement' | 'source', Path>> {
  const list = await (await request.get('/statements?speaker=joshua-lincoln')).text()
  const statement = /href="(\/statements\/[0-9a-z]{8})"/.exec(list)?.[1]
  const source = /href="(\/sources\/[0-9a-z]{8})"/.exec(list)?.[1]
  if (!statement || !source) throw new Error('The list of statements leads to no statement or no source')
  return { statement: statement as Path, source: source as Path }
}
