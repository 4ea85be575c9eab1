import 'server-only'
import { z } from 'zod'
import { type Address, addressed } from '@/lib/addresses'
import { db } from '@/lib/db'
import { say } from '@/lib/i18n/texts'
import { i18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import type { Noun } from '@/lib/revisions/nouns'
import { publicPath } from '@/lib/revisions/public-path'
import { type Path, routes } from '@/lib/routes'
import { jsonAnswer, movedTo, problem } from './answers'
import { chosen } from './list'
import type { ApiNoun } from './noun'
import { oneQuery, readQuery } from './query'

/** The parts by which the page at a path is found again: that of a session has the parts forum, edition and session. */
const partsOf = (path: Path) => path.split('/').filter((_, at) => at > 1 && at !== 4)

const isId = (key: string) => z.uuid().safeParse(key).success

/**
 * One public record, by its id or by the parts of its page's address. What was renamed or merged leads on (308), what
 * was withdrawn says so (410).
 */
export async function answerOne(request: Request, noun: ApiNoun, key: string[]): Promise<Response> {
  const url = new URL(request.url)
  const { query, wrong } = readQuery(oneQuery(noun), url)
  if (wrong !== undefined) return problem(400, wrong)
  const [first = ''] = key
  const byId = key.length === 1 && isId(first) ? first.toLowerCase() : null
  const address = byId ? await addressOfId(noun.noun, byId) : await addressed[noun.noun](key)
  const to = (api: Path) => movedTo(`${absolute(api)}${url.search}`)
  if (address?.kind === 'merged') return to(routes.apiRecord(noun.plural, address.into))
  if (!address) return problem(404, `The archive has no public ${noun.noun} at this address.`)
  if (address.kind === 'moved') {
    const now = await addressed[noun.noun](partsOf(address.to))
    return now?.kind === 'published'
      ? to(routes.apiRecord(noun.plural, now.id))
      : problem(404, `The archive has no public ${noun.noun} at this address.`)
  }
  if (address.kind === 'withdrawn') return gone(address, query.lang)
  const [found] = await noun.read(
    { place: { id: address.id }, orderBy: [{ id: 'asc' }], take: 1, filters: {} },
    i18n(query.lang),
  )
  if (!found) return problem(404, `The archive has no public ${noun.noun} at this address.`)
  return jsonAnswer(request, chosen(found, query.fields), {
    'content-language': query.lang,
    link: `<${absolute(address.path)}>; rel="alternate"; type="text/html"`,
  })
}

async function addressOfId(noun: Noun, id: string): Promise<Address | { kind: 'merged'; into: string }> {
  const record = await db.record.findUnique({
    where: { id },
    select: { noun: true, publicId: true, mergedIntoId: true, publications: { select: { id: true }, take: 1 } },
  })
  if (record?.noun !== noun) return null
  if (record.mergedIntoId) return record.publications.length ? { kind: 'merged', into: record.mergedIntoId } : null
  const path = await publicPath(db, { id, noun, publicId: record.publicId })
  return path && addressed[noun](partsOf(path))
}

function gone({ on, reasons }: Extract<Address, { kind: 'withdrawn' }>, lang: 'en' | 'kk' | 'ru') {
  const reason = say(reasons, 'withdrawalReason', lang)
  const detail = reason?.value ?? 'This record was withdrawn from publication.'
  return problem(410, detail, {
    members: { withdrawnAt: on.toISOString() },
    headers: { 'content-language': reason?.language ?? 'en' },
  })
}
