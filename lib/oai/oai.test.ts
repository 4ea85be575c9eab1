import { XMLParser } from 'fast-xml-parser'
import { beforeAll, describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { GET, POST } from '@/app/api/v1/oai/route'
import { db } from '@/lib/db'
import { adoptRows } from '@/lib/revisions/adopt'
import { publishRecord, withdrawRecord } from '@/lib/revisions/publish'
import { saveRecord } from '@/lib/revisions/save'
import { writeBlockingPoints } from '@/lib/revisions/settings'
import { contentOf, draft } from '@/lib/testing/desk-records'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { answerHarvester } from './answer'

const by = { id: crypto.randomUUID() }
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (name) => ['record', 'header', 'set', 'setSpec', 'metadataFormat'].includes(name) || name.startsWith('dc:'),
})

type Header = { identifier: string; datestamp: string; setSpec: string[]; '@status'?: string }
type DublinCore = Record<string, (string | { '#text': string; '@xml:lang': string })[]>
type Listed = { header: Header[]; metadata?: { 'oai_dc:dc': DublinCore } }

async function ask(query: string, pageSize?: number) {
  const xml = await answerHarvester(new URLSearchParams(query), pageSize)
  return parser.parse(xml)['OAI-PMH']
}
const errorOf = async (query: string) => (await ask(query)).error?.['@code']
/** All of a list, with what happens between two of its pages. */
async function harvest(query: string, pageSize: number, between: () => Promise<unknown> = async () => {}) {
  const verb = new URLSearchParams(query).get('verb') ?? ''
  const found: Listed[] = []
  for (let next = query; ; ) {
    const { [verb]: list, error } = await ask(next, pageSize)
    if (error) throw new Error(error['@code'])
    found.push(...(verb === 'ListRecords' ? list.record : list.header.map((header: Header) => ({ header: [header] }))))
    const token = list.resumptionToken?.['#text']
    if (!token) return found
    await between()
    next = `verb=${verb}&resumptionToken=${token}`
  }
}
const idsOf = (found: Listed[]) => found.map(({ header }) => header[0]?.identifier ?? '')
const everPublic = async () =>
  (
    await db.$queryRaw<{ id: string }[]>`
      SELECT 'oai:localhost:' || noun || '/' || id AS id FROM record
      WHERE noun IN ('edition', 'session', 'statement') AND EXISTS (SELECT FROM publication WHERE record_id = record.id)`
  ).map(({ id }) => id)

async function publishedSession(name: string) {
  const edition = (await db.edition.findFirstOrThrow({ where: { state: 'published' } })).id
  const { id } = await draft('session', { edition, texts: { en: { title: name } } }, by)
  const outcome = await publishRecord({ id, lock: null, by })
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return id
}

beforeAll(async () => {
  await startFromSeed()
  await writeBlockingPoints({ session: [] }, by)
  await adoptRows()
})

test('every answer is well-formed XML, by GET and by POST', async () => {
  const [first = ''] = await everPublic()
  const answers: string[] = []
  for (const query of [
    ...['verb=Identify', 'verb=ListSets', 'verb=ListMetadataFormats', 'verb=ListRecords&metadataPrefix=oai_dc'],
    ...[`verb=GetRecord&metadataPrefix=oai_dc&identifier=${first}`, 'verb=%3C%26%22&x=%3Cy%3E', ''],
    'verb=GetRecord&metadataPrefix=oai_dc&identifier=%3C%22%27%26%01%3E',
  ]) {
    const got = await GET(new Request(`http://localhost:3000/api/v1/oai?${query}`))
    const body = query
    const sent = await POST(
      new Request('http://localhost:3000/api/v1/oai', {
        method: 'POST',
        body,
        headers: { 'content-length': String(body.length) },
      }),
    )
    expect(got.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    const text = await got.text()
    const withoutDate = (xml: string) => xml.replace(/<responseDate>.*?<\/responseDate>/, '')
    expect(withoutDate(await sent.text())).toBe(withoutDate(text))
    answers.push(text)
  }
  const xml = answers.map((contents, at) => ({ fileName: `${at}.xml`, contents }))
  expect(await validateXML({ xml, schema: [anything] })).toMatchObject({ valid: true, errors: [] })
})

/** Takes any document, so that what is tested is its form. */
const anything = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.openarchives.org/OAI/2.0/" elementFormDefault="qualified">
<xs:element name="OAI-PMH"><xs:complexType><xs:sequence><xs:element name="responseDate" type="xs:dateTime"/><xs:element name="request"><xs:complexType><xs:simpleContent><xs:extension base="xs:anyURI"><xs:anyAttribute processContents="skip"/></xs:extension></xs:simpleContent></xs:complexType></xs:element><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:schema>`

test('the archive says who it is, in what it gives records, and what sets there are', async () => {
  const { Identify } = await ask('verb=Identify')
  expect(Identify).toMatchObject({
    baseURL: 'http://localhost:3000/api/v1/oai',
    protocolVersion: 2,
    deletedRecord: 'persistent',
  })
  expect(Identify.adminEmail).toMatch(/^\S+@(\S+\.)+\S+$/)
  expect(Identify.earliestDatestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  const { ListMetadataFormats } = await ask('verb=ListMetadataFormats')
  expect(ListMetadataFormats.metadataFormat[0].metadataPrefix).toBe('oai_dc')
  const forum = await db.forum.findFirstOrThrow()
  const { ListSets } = await ask('verb=ListSets')
  expect(ListSets.set.map((each: { setSpec: string[] }) => each.setSpec[0])).toEqual([
    'edition',
    'session',
    'statement',
    `forum-${forum.id}`,
  ])
  const sizes = await Promise.all(
    ['edition', 'session', 'statement'].map(
      async (set) => (await harvest(`verb=ListIdentifiers&metadataPrefix=oai_dc&set=${set}`, 100)).length,
    ),
  )
  const all = await harvest('verb=ListIdentifiers&metadataPrefix=oai_dc', 100)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(all.length)
  expect(await harvest(`verb=ListIdentifiers&metadataPrefix=oai_dc&set=forum-${forum.id}`, 100)).toHaveLength(
    all.length,
  )
})

const ELEMENTS =
  'title creator subject description publisher contributor date type format identifier source language relation coverage rights'

test('a record is Dublin Core, in every language that it is in', async () => {
  for (const { metadata, header } of await harvest('verb=ListRecords&metadataPrefix=oai_dc', 100)) {
    const core = metadata?.['oai_dc:dc'] ?? {}
    const names = Object.keys(core).filter((name) => name.startsWith('dc:'))
    expect(names.filter((name) => !ELEMENTS.split(' ').includes(name.slice(3)))).toEqual([])
    for (const name of ['dc:title', 'dc:type', 'dc:identifier', 'dc:rights'])
      expect([header[0]?.identifier, names]).toEqual([header[0]?.identifier, expect.arrayContaining([name])])
    expect(core['dc:identifier']?.[0]).toMatch(/^http:\/\/localhost:3000\//)
  }
  const { id, texts } = await db.session.findFirstOrThrow({
    include: { texts: true },
    where: { texts: { some: { language: 'kk' } } },
  })
  const { GetRecord } = await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:session/${id}`)
  const titles = GetRecord.record[0].metadata['oai_dc:dc']['dc:title'] as DublinCore['dc:title']
  expect(titles?.map((each) => typeof each === 'object' && [each['@xml:lang'], each['#text']])).toEqual(
    expect.arrayContaining(texts.map(({ language, title }) => [language, title])),
  )
})

test('everything is taken exactly once while records come, change and go', async () => {
  const before = await everPublic()
  const sessions = await db.session.findMany({ where: { state: 'published' }, select: { id: true }, take: 4 })
  let n = 0
  const found = await harvest('verb=ListRecords&metadataPrefix=oai_dc', 3, async () => {
    n++
    const one = sessions[n % sessions.length]?.id ?? ''
    if (n === 2) await withdrawRecord({ id: one, lock: null, by, reasons: { en: 'Gone while read' } })
    else if (n < 6) {
      const { lock, content } = await db.record.findUniqueOrThrow({ where: { id: one } })
      await saveRecord({ id: one, lock, content: contentOf('session', { ...(content as object), position: n }), by })
      await publishRecord({ id: one, lock: null, by })
      await publishedSession(`Came while read ${n}`)
    }
  })
  const ids = idsOf(found)
  expect(new Set(ids).size).toBe(ids.length)
  expect(before.filter((id) => !ids.includes(id))).toEqual([])
})

describe('what is gone', () => {
  test('stays in the lists as deleted, with when it went; what it took along too, and comes back with it', async () => {
    const forum = (await db.forum.findFirstOrThrow()).id
    const edition = (await db.edition.findFirstOrThrow({ where: { sessions: { some: {} } } })).id
    await withdrawRecord({ id: forum, lock: null, by, reasons: { en: 'All of it' } })
    const gone = await harvest('verb=ListRecords&metadataPrefix=oai_dc', 50)
    expect(gone.every(({ header, metadata }) => header[0]?.['@status'] === 'deleted' && !metadata)).toBe(true)
    expect(gone.length).toBe((await everPublic()).length)
    await publishRecord({ id: forum, lock: null, by })
    const { GetRecord } = await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:edition/${edition}`)
    expect(GetRecord.record[0].header[0]['@status']).toBeUndefined()
    const since = GetRecord.record[0].header[0].datestamp
    const back = await harvest(`verb=ListIdentifiers&metadataPrefix=oai_dc&from=${since}`, 50)
    expect(idsOf(back)).toContain(`oai:localhost:edition/${edition}`)
    expect(back.length).toBeGreaterThan(10)
  })
  test('a topic that is withdrawn leaves what it is named by, which is harvested once more', async () => {
    const { topicId, sessionId } = await db.sessionTopic.findFirstOrThrow({
      where: { session: { state: 'published' }, topic: { state: 'published' } },
    })
    const stampNow = async () => {
      const all = await harvest('verb=ListIdentifiers&metadataPrefix=oai_dc&set=session', 50)
      return all.find(({ header }) => header[0]?.identifier.endsWith(sessionId))?.header[0]?.datestamp ?? ''
    }
    const before = await stampNow()
    const [{ at }] = await db.$queryRaw<[{ at: Date }]>`SELECT max(at) AS at FROM publication`
    // Datestamps are in seconds.
    while (Date.now() < Math.ceil((at.getTime() + 1) / 1000) * 1000) await new Promise((done) => setTimeout(done, 50))
    await withdrawRecord({ id: topicId, lock: null, by, reasons: { en: 'Not a topic' } })
    expect((await stampNow()) > before).toBe(true)
    await publishRecord({ id: topicId, lock: null, by })
  })
  test('drafts never were there', async () => {
    const edition = (await db.edition.findFirstOrThrow()).id
    const { id } = await draft('session', { edition, texts: { en: { title: 'A secret' } } }, by)
    expect(await errorOf(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:session/${id}`)).toBe(
      'idDoesNotExist',
    )
    expect(JSON.stringify(await harvest('verb=ListRecords&metadataPrefix=oai_dc', 100))).not.toContain('A secret')
  })
})

test('from and until are inclusive, of days and of seconds', async () => {
  const all = await harvest('verb=ListIdentifiers&metadataPrefix=oai_dc', 100)
  const stamp = all[0]?.header[0]?.datestamp ?? ''
  const same = all.filter(({ header }) => header[0]?.datestamp === stamp)
  const list = (query: string) => harvest(`verb=ListIdentifiers&metadataPrefix=oai_dc&${query}`, 100)
  expect(await list(`from=${stamp}&until=${stamp}`)).toEqual(same)
  const day = stamp.slice(0, 10)
  expect((await list(`from=${day}&until=${day}`)).length).toBeGreaterThanOrEqual(same.length)
  expect(await errorOf('verb=ListIdentifiers&metadataPrefix=oai_dc&until=1999-01-01')).toBe('noRecordsMatch')
})

test.each([
  ['', 'badVerb'],
  ['verb=Nonsense', 'badVerb'],
  ['verb=constructor', 'badVerb'],
  ['verb=Identify&verb=Identify', 'badVerb'],
  ['verb=Identify&set=session', 'badArgument'],
  ['verb=ListRecords', 'badArgument'],
  ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-13-01', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T00:00Z', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01T00:00:00Z', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-02&until=2026-01-01', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x', 'badArgument'],
  ['verb=ListRecords&resumptionToken=x', 'badResumptionToken'],
  ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
  ['verb=ListRecords&metadataPrefix=marcxml', 'cannotDisseminateFormat'],
  ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:elsewhere:session/1', 'idDoesNotExist'],
  ['verb=ListMetadataFormats&identifier=oai:localhost:session/019ab000-0000-7000-8000-000000000000', 'idDoesNotExist'],
  ['verb=ListRecords&metadataPrefix=oai_dc&set=no-such', 'noRecordsMatch'],
])('%s is %s', async (query, code) => expect(await errorOf(query)).toBe(code))
