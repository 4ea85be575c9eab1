import { z } from 'zod'

/** The errors of the protocol (OAI-PMH 2.0, 3.6). */
export type OaiError = {
  code:
    | 'badArgument'
    | 'badResumptionToken'
    | 'badVerb'
    | 'cannotDisseminateFormat'
    | 'idDoesNotExist'
    | 'noRecordsMatch'
    | 'noSetHierarchy'
    | 'noMetadataFormats'
  text: string
}

/** The nouns that are harvested. */
export const harvested = ['edition', 'session', 'statement'] as const
export type Harvested = (typeof harvested)[number]

/** What a list is narrowed to; days and seconds are told apart by how they are written. */
export type Selection = { set: string | null; from: string | null; until: string | null }

export type Asked =
  | { verb: 'Identify' | 'ListSets' }
  | { verb: 'ListMetadataFormats'; identifier: string | null }
  | { verb: 'GetRecord'; identifier: string }
  | { verb: 'ListIdentifiers' | 'ListRecords'; selection: Selection; after: string | null; cursor: number }

const verbs = {
  Identify: { needed: [], allowed: [] },
  ListSets: { needed: [], allowed: ['resumptionToken'] },
  ListMetadataFormats: { needed: [], allowed: ['identifier'] },
  GetRecord: { needed: ['identifier', 'metadataPrefix'], allowed: [] },
  ListIdentifiers: { needed: ['metadataPrefix'], allowed: ['from', 'until', 'set', 'resumptionToken'] },
  ListRecords: { needed: ['metadataPrefix'], allowed: ['from', 'until', 'set', 'resumptionToken'] },
} as const satisfies Record<string, { needed: readonly string[]; allowed: readonly string[] }>

export const FORMAT = 'oai_dc'

/** Everything a list needs to go on is in its token: nothing is kept for a harvester, and a token never gets old. */
const tokenContent = z.strictObject({
  verb: z.enum(['ListIdentifiers', 'ListRecords']),
  set: z.string().max(100).nullable(),
  from: z.string().max(20).nullable(),
  until: z.string().max(20).nullable(),
  after: z.uuid(),
  cursor: z.number().int().min(1),
})
type Token = z.infer<typeof tokenContent>

export const toToken = (token: Token) => Buffer.from(JSON.stringify(token)).toString('base64url')

function readToken(text: string): Token | null {
  try {
    return tokenContent.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    return null
  }
}

const bad = (text: string): OaiError => ({ code: 'badArgument', text })

/** What a request asks for, or the errors in it. */
export function readArguments(
  sent: URLSearchParams,
): { asked: Asked; error?: undefined } | { asked?: undefined; error: OaiError } {
  const [verb, ...more] = sent.getAll('verb')
  if (verb === undefined || more.length || !Object.hasOwn(verbs, verb))
    return { error: { code: 'badVerb', text: 'The verb is missing, stands there twice or is none of the protocol.' } }
  const { needed, allowed } = verbs[verb as keyof typeof verbs] as {
    needed: readonly string[]
    allowed: readonly string[]
  }
  for (const name of new Set(sent.keys())) {
    if (name !== 'verb' && !needed.includes(name) && !allowed.includes(name))
      return { error: bad(`${verb} has no argument ${name}.`) }
    if (sent.getAll(name).length > 1) return { error: bad(`The argument ${name} stands there twice.`) }
  }
  const token = sent.get('resumptionToken')
  if (token !== null) return resumed(verb, token, sent)
  for (const name of needed) if (!sent.get(name)) return { error: bad(`${verb} needs the argument ${name}.`) }
  const identifier = sent.get('identifier')
  if (verb === 'Identify' || verb === 'ListSets') return { asked: { verb } }
  if (verb === 'ListMetadataFormats') return { asked: { verb, identifier } }
  if (sent.get('metadataPrefix') !== FORMAT)
    return { error: { code: 'cannotDisseminateFormat', text: `Records are given as ${FORMAT} alone.` } }
  if (verb === 'GetRecord') return { asked: { verb, identifier: identifier ?? '' } }
  const selection = { set: sent.get('set'), from: sent.get('from'), until: sent.get('until') }
  const wrong = wrongSelection(selection)
  return wrong ? { error: wrong } : { asked: { verb: verb as 'ListRecords', selection, after: null, cursor: 0 } }
}

function resumed(verb: string, text: string, sent: URLSearchParams) {
  if (sent.size > 2) return { error: bad('Beside a resumptionToken there is no other argument.') }
  const token = readToken(text)
  const selection = token && { set: token.set, from: token.from, until: token.until }
  if (token?.verb !== verb || !selection || wrongSelection(selection))
    return {
      error: { code: 'badResumptionToken', text: 'The resumptionToken is not one that was given here.' } as const,
    }
  return { asked: { verb: token.verb, selection, after: token.after, cursor: token.cursor } }
}

const day = z.iso.date()
const second = z.iso.datetime({ precision: 0 })

function wrongSelection({ set, from, until }: Selection): OaiError | null {
  for (const [name, value] of Object.entries({ from, until }))
    if (value !== null && !day.safeParse(value).success && !second.safeParse(value).success)
      return bad(`The argument ${name} is a day (2026-11-25) or a second (2026-11-25T09:00:00Z) in UTC.`)
  if (from && until && from.length !== until.length) return bad('from and until have the same granularity.')
  if (from && until && from > until) return bad('from is later than until.')
  if (set !== null && !readSet(set)) return { code: 'noRecordsMatch', text: 'There is no such set.' }
  return null
}

/** What a set holds: the records of a noun, or of a forum; null for what is no set. */
export function readSet(set: string): { noun: Harvested } | { forum: string } | null {
  const noun = harvested.find((each) => each === set)
  if (noun) return { noun }
  const [, forum = ''] = /^forum-(.+)$/.exec(set) ?? []
  return z.uuid().safeParse(forum).success ? { forum: forum.toLowerCase() } : null
}

/** The first and the last moment of a selection; a day has all its seconds. */
export const begins = (from: string | null) => from && new Date(from.length === 10 ? `${from}T00:00:00Z` : from)
export const ends = (until: string | null) => until && new Date(until.length === 10 ? `${until}T23:59:59Z` : until)
