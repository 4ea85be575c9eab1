import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { escapeXml } from '@/lib/escape-xml'
import { mustSay, textMeta, textsFor } from '@/lib/i18n/texts'
import { i18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import { publishedForum } from '@/lib/published'
import { routes } from '@/lib/routes'
import { type Asked, FORMAT, type Harvested, harvested, type OaiError, readArguments, toToken } from './arguments'
import { readDublinCore } from './dublin-core'
import { firstDatestamp, getHeader, type Header, listHeaders, RECORDS_ON_PAGE } from './headers'

const MOST_SETS = 1000

/** What a harvester asked, answered in XML (OAI-PMH 2.0). */
export async function answerHarvester(sent: URLSearchParams, pageSize = RECORDS_ON_PAGE): Promise<string> {
  const { asked, error } = readArguments(sent)
  if (!asked) return envelope(null, sent, errorXml(error))
  const found = await body(asked, pageSize)
  return envelope(asked, sent, typeof found === 'string' ? `<${asked.verb}>${found}</${asked.verb}>` : errorXml(found))
}

const errorXml = ({ code, text }: OaiError) => `<error code="${code}">${escapeXml(text)}</error>`

/** Seconds, as the repository says its datestamps. */
const stampOf = (date: Date) => `${date.toISOString().slice(0, 19)}Z`

/** Of a request that makes no sense the arguments are not repeated (3.2). */
function envelope(asked: Asked | null, sent: URLSearchParams, content: string): string {
  const isSense = asked || !/code="bad(?:Verb|Argument)"/.test(content)
  const attributes = isSense ? [...sent].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('') : ''
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"><responseDate>${stampOf(new Date())}</responseDate><request${attributes}>${escapeXml(absolute(routes.oai()))}</request>${content}</OAI-PMH>
`
}

async function body(asked: Asked, pageSize: number): Promise<string | OaiError> {
  switch (asked.verb) {
    case 'Identify':
      return identify()
    case 'ListSets':
      return listSets()
    case 'ListMetadataFormats':
      return asked.identifier !== null && !(await headerOf(asked.identifier)) ? noSuchId : formatXml
    case 'GetRecord': {
      const header = await headerOf(asked.identifier)
      return header ? (await recordsXml([header])).join('') : noSuchId
    }
    default:
      return list(asked, pageSize)
  }
}

const noSuchId: OaiError = { code: 'idDoesNotExist', text: 'No record here has or had this identifier.' }

const formatXml = `<metadataFormat><metadataPrefix>${FORMAT}</metadataPrefix><schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</schema><metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</metadataNamespace></metadataFormat>`

const hostOf = () => new URL(env().PLENARY_URL).hostname
const identifierOf = ({ noun, id }: { noun: Harvested; id: string }) => `oai:${hostOf()}:${noun}/${id}`

async function headerOf(identifier: string): Promise<Header | null> {
  const [, noun, id = ''] = /^oai:[^:]+:([a-z]+)\/([0-9a-f-]{36})$/.exec(identifier) ?? []
  const known = harvested.find((each) => each === noun)
  if (!known || !z.uuid().safeParse(id).success || identifier !== identifierOf({ noun: known, id })) return null
  return getHeader(known, id)
}

/** Whom harvesters write to: the sender of the archive's mail, else the postmaster that every domain has. */
function adminEmail(): string {
  const [, configured] = /([^\s<>]+@[^\s<>]+)/.exec(env().MAIL_FROM ?? '') ?? []
  const host = hostOf()
  return configured ?? `postmaster@${host.includes('.') ? host : `${host}.invalid`}`
}

async function identify(): Promise<string> {
  const { t } = i18n('en')
  return `<repositoryName>${escapeXml(t('site.name'))}</repositoryName><baseURL>${escapeXml(absolute(routes.oai()))}</baseURL><protocolVersion>2.0</protocolVersion><adminEmail>${escapeXml(adminEmail())}</adminEmail><earliestDatestamp>${stampOf(await firstDatestamp())}</earliestDatestamp><deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity><description><oai-identifier xmlns="http://www.openarchives.org/OAI/2.0/oai-identifier" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai-identifier http://www.openarchives.org/OAI/2.0/oai-identifier.xsd"><scheme>oai</scheme><repositoryIdentifier>${escapeXml(hostOf())}</repositoryIdentifier><delimiter>:</delimiter><sampleIdentifier>${escapeXml(identifierOf({ noun: 'session', id: '01a20000-0000-7000-8000-000000000000' }))}</sampleIdentifier></oai-identifier></description>`
}

async function listSets(): Promise<string> {
  const { locale, t } = i18n('en')
  const forums = await db.forum.findMany({
    where: publishedForum,
    orderBy: { id: 'asc' },
    take: MOST_SETS,
    select: { id: true, texts: { where: textsFor(locale), select: { ...textMeta, name: true } } },
  })
  const words = { edition: t('words.editions'), session: t('words.sessions'), statement: t('words.statements') }
  return [
    ...harvested.map((noun) => [noun, words[noun]] as const),
    ...forums.map(({ id, texts }) => [`forum-${id}`, mustSay(texts, 'name', locale).value] as const),
  ]
    .map(([spec, name]) => `<set><setSpec>${spec}</setSpec><setName>${escapeXml(name)}</setName></set>`)
    .join('')
}

async function list(asked: Extract<Asked, { cursor: number }>, pageSize: number): Promise<string | OaiError> {
  const { verb, selection, after, cursor } = asked
  const found = await listHeaders(selection, after, pageSize + 1)
  const page = found.slice(0, pageSize)
  const last = page.at(-1)
  if (!last && after === null) return { code: 'noRecordsMatch', text: 'Nothing is like that.' }
  const xml = verb === 'ListIdentifiers' ? page.map(headerXml) : await recordsXml(page)
  const hasMore = found.length > pageSize
  const token = hasMore && last ? toToken({ verb, ...selection, after: last.id, cursor: cursor + page.length }) : ''
  return `${xml.join('')}${hasMore || after !== null ? `<resumptionToken cursor="${cursor}">${token}</resumptionToken>` : ''}`
}

function headerXml(header: Header): string {
  const { stamp, isPublic, noun, forum } = header
  return `<header${isPublic ? '' : ' status="deleted"'}><identifier>${escapeXml(identifierOf(header))}</identifier><datestamp>${stampOf(stamp)}</datestamp><setSpec>${noun}</setSpec>${forum ? `<setSpec>forum-${forum}</setSpec>` : ''}</header>`
}

async function recordsXml(headers: readonly Header[]): Promise<string[]> {
  const ids = (noun: Harvested) => headers.flatMap((each) => (each.noun === noun && each.isPublic ? [each.id] : []))
  const metadata = await readDublinCore({
    edition: ids('edition'),
    session: ids('session'),
    statement: ids('statement'),
  })
  return headers.map((header) => {
    const found = header.isPublic ? metadata.get(header.id) : undefined
    // What went between the two questions is gone.
    const told = found ? header : { ...header, isPublic: false }
    return `<record>${headerXml(told)}${found ? `<metadata>${found}</metadata>` : ''}</record>`
  })
}
