import { expect, test } from '@playwright/test'
import { editionSchema } from '../lib/editions/schema.ts'
import { forumSchema } from '../lib/forums/schema.ts'
import { organisationSchema } from '../lib/organisations/schema.ts'
import { personSchema } from '../lib/people/schema.ts'
import { type Noun, nounPlurals, nouns } from '../lib/revisions/nouns.ts'
import { sessionSchema } from '../lib/sessions/schema.ts'
import { sourceSchema } from '../lib/sources/schema.ts'
import { statementSchema } from '../lib/statements/schema.ts'
import { topicSchema } from '../lib/topics/schema.ts'
import { DOCUMENT, filled, samples, unfilled } from './leak-samples.ts'
import { type RecordStep, writeRecords } from './records.ts'
import { ownPostgres, startArchive } from './server.ts'

const schemas = {
  ...{ forum: forumSchema, edition: editionSchema, session: sessionSchema, person: personSchema },
  ...{ organisation: organisationSchema, topic: topicSchema, statement: statementSchema, source: sourceSchema },
}
/** Every word that must not be seen begins with this. */
const LEAK = 'zqleak'
const by = '019ab000-0000-7000-8000-00000000000a'
const APPEARANCE = '019ab000-0000-7000-8000-00000000000b'
const REASON = 'Reason that everybody may read'

test.describe.configure({ timeout: 600_000 })

/** Paths of what is not filled. */
function empty(value: unknown, path: string): string[] {
  if (value === null || value === '' || (Array.isArray(value) && !value.length)) return [path]
  if (typeof value !== 'object') return []
  return Object.entries(value as object).flatMap(([name, each]) =>
    unfilled.has(name) ? [] : empty(each, `${path}.${name}`),
  )
}

test('the samples fill every field of every noun', () => {
  for (const noun of nouns) {
    const raw = JSON.parse(JSON.stringify(filled(samples[noun], 'word')), (_, value) =>
      typeof value === 'string' && value.startsWith('$') ? APPEARANCE : value,
    )
    const parsed: unknown = schemas[noun].parse(raw)
    const known = Object.keys(schemas[noun].parse({}) as object)
    expect(Object.keys(parsed as object).sort()).toEqual(known.sort())
    expect(empty(parsed, noun)).toEqual([])
  }
})

/** Public records that the others mention, then of each noun a draft, a pending version, a scheduled, a withdrawn. */
function steps(): RecordStep[] {
  const create = (as: string, noun: Noun, raw: object): RecordStep => ({ do: 'create', as, noun, raw, by })
  const publish = (as: string): RecordStep => ({ do: 'publish', as, by })
  const made: RecordStep[] = [
    create('source', 'source', { texts: { en: { title: 'Plain source' } } }),
    create('topic', 'topic', { texts: { en: { name: 'Plain topic' } } }),
    create('organisation', 'organisation', { texts: { en: { name: 'Plain institute' } } }),
    create('person', 'person', { texts: { en: { name: 'Plain person' } } }),
    create('forum', 'forum', { texts: { en: { name: 'Plain forum' } } }),
    create('edition', 'edition', { forum: '$forum', year: 2039, timeZone: 'Asia/Almaty' }),
    create('session', 'session', {
      ...{ edition: '$edition', texts: { en: { title: 'Plain session' } }, citations: [{ source: '$source' }] },
      appearances: [{ id: APPEARANCE, person: '$person', organisation: '$organisation' }],
    }),
  ]
  made.push(...made.map((step) => publish(step.as)))
  for (const noun of nouns) {
    const leaking = (kind: string) => filled(samples[noun], `${LEAK}${kind}${noun}`)
    made.push(
      create(`draft-${noun}`, noun, leaking('draft')),
      create(`pending-${noun}`, noun, filled(samples[noun], `plain${noun}`)),
      publish(`pending-${noun}`),
      { do: 'save', as: `pending-${noun}`, raw: leaking('pending'), by },
      create(`scheduled-${noun}`, noun, leaking('scheduled')),
      { do: 'schedule', as: `scheduled-${noun}`, by, at: '2100-01-01T00:00:00Z' },
      create(`withdrawn-${noun}`, noun, filled(samples[noun], `${LEAK}withdrawn${noun}`, `withdrawn-${noun}`)),
      publish(`withdrawn-${noun}`),
      { do: 'withdraw', as: `withdrawn-${noun}`, by, reasons: { en: REASON } },
    )
  }
  // Somebody of no page yet in a session that has one.
  made.push(
    create('panel', 'session', {
      ...{ edition: '$edition', texts: { en: { title: 'Panel with somebody unknown' } }, topics: ['$draft-topic'] },
      ...{ citations: [{ source: '$source' }, { source: '$draft-source' }] },
      appearances: [{ person: '$person' }, { person: '$draft-person', organisation: '$draft-organisation' }],
    }),
    publish('panel'),
  )
  return JSON.parse(JSON.stringify(made).replaceAll('"$appearance"', JSON.stringify(APPEARANCE)))
}

test('nothing that is not public is seen on any public surface, also while somebody previews it', async () => {
  // Without the seed: it says nothing of the samples, and would be most of what is read.
  const postgres = await ownPostgres({ isSeeded: false })
  await writeRecords(postgres.url, [
    { do: 'create', as: 'first', noun: 'forum', raw: { texts: { en: { name: 'Forum from before' } } }, by },
    { do: 'publish', as: 'first', by },
  ])
  const archive = await startArchive(postgres.url)
  let isDone = false
  let previewing = Promise.resolve()
  try {
    const read = async (address: string, cookie = '') => {
      // A connection each: one that is taken up again after five seconds may just be closed from the other side.
      const headers = { connection: 'close', ...(cookie ? { cookie } : {}) }
      const answer = await fetch(archive.url + address, { redirect: 'manual', headers })
      return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') ?? '' }
    }
    await read('/speakers') // a page that is kept from before
    await postgres.query(
      `INSERT INTO media (id, sha256, media_type, byte_size) VALUES ($1, repeat('d', 64), 'application/pdf', 1000)`,
      [DOCUMENT],
    )
    const made = await writeRecords(postgres.url, steps())
    await expect.poll(async () => (await read('/forums')).text).toContain('Plain forum')

    // Somebody is in a preview all the while, and sees the draft.
    const token = await previewToken(postgres, made['draft-session']?.id ?? '')
    const cookie = `plenary-preview=${token}`
    const opened = await read(`/preview/${token}`)
    expect(opened.status).toBe(303)
    let previewed = 0
    previewing = (async () => {
      while (!isDone) {
        const page = await read(opened.location, cookie)
        if (page.status !== 503) expect(page.text).toContain(`${LEAK}draftsession`)
        if (page.status === 200) previewed += 1
        await new Promise((resolve) => setTimeout(resolve, 150)) // others are answered alone as well as beside it
      }
    })()

    const sitemap = await read('/sitemap.xml')
    const files = [...sitemap.text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname)
    const listed: string[] = []
    for (const file of files) {
      const { text } = await read(file)
      expect.soft(text.toLowerCase(), file).not.toContain(LEAK)
      listed.push(...[...text.matchAll(/(?:<loc>|href=")([^<"]+)/g)].map(([, url]) => new URL(url ?? '').pathname))
    }
    const pages = [...new Set(listed)]
    expect(pages.length).toBeGreaterThan(70)
    const lists = ['', '/kk', '/ru'].flatMap((prefix) =>
      ['/', '/forums', '/sessions', '/speakers', '/organisations', '/topics', '/statements', '/countries/kz', '/search']
        .map((path) => (path === '/' ? prefix || '/' : prefix + path))
        .concat([`${prefix}/sessions?topic=plain-topic`, `${prefix}/statements?speaker=plain-person`])
        .concat([`${prefix}/corrections`, `/api/v1/corrections.atom?locale=${prefix.slice(1) || 'en'}`]),
    )
    // The public history of each record, and the form for an error in it; a pending version is there for none of them.
    const histories = pages.flatMap((address) => (isRecord.test(address) ? [`${address}/history`] : []))
    expect(histories.length).toBeGreaterThan(40)
    await eachOf(histories, async (address) => {
      const { status, text } = await read(address)
      expect.soft(status, address).toBe(200)
      expect.soft(text.toLowerCase(), address).not.toContain(LEAK)
    })
    for (const noun of nouns) {
      for (const kind of ['draft', 'pending', 'scheduled', 'withdrawn']) {
        const { id = '', version = 0, publicId } = made[`${kind}-${noun}`] ?? {}
        const form = await read(`/corrections/report?record=${id}&version=${version}`)
        expect.soft([noun, kind, form.status]).toEqual([noun, kind, 404])
        expect.soft(form.text.toLowerCase(), `${noun} ${kind}`).not.toContain(LEAK)
        if (noun !== 'statement' || kind === 'withdrawn') continue
        const cited = await read(`/statements/${publicId}?version=${version}`)
        expect.soft([kind, cited.status]).toEqual([kind, 404])
        expect.soft(cited.text.toLowerCase(), kind).not.toContain(LEAK)
      }
    }
    // What programs read: lists page by page, records by id, the harvest, and the files of the whole.
    const ofEdition = ['plenary.json', 'sessions.csv', 'calendar.ics'].map(
      (file) => `/api/v1/editions/${made.edition?.id}/${file}`,
    )
    const api = ['/api/v1/archive.json', ...ofEdition, '/api/v1/openapi.json']
    for (const plural of Object.values(nounPlurals))
      for (const lang of ['en', 'kk', 'ru'])
        for (let next: string | null = `/api/v1/${plural}?limit=100&lang=${lang}`; next; ) {
          api.push(next)
          const page: { next: string | null } = JSON.parse((await read(next)).text)
          next = page.next?.replace(/^https?:\/\/[^/]+/, '') ?? null
        }
    for (let next = '/api/v1/oai?verb=ListRecords&metadataPrefix=oai_dc'; next; ) {
      api.push(next)
      const [, token = ''] = /<resumptionToken[^>]*>([^<]+)</.exec((await read(next)).text) ?? []
      next = token && `/api/v1/oai?verb=ListRecords&resumptionToken=${token}`
    }
    await eachOf(api, async (address) => {
      const { status, text } = await read(address)
      expect.soft([address, status]).toEqual([address, 200])
      expect.soft(text.toLowerCase(), address).not.toContain(LEAK)
    })
    for (const noun of nouns)
      for (const kind of ['draft', 'scheduled', 'withdrawn']) {
        const address = `/api/v1/${nounPlurals[noun]}/${made[`${kind}-${noun}`]?.id}`
        const { status, text } = await read(address)
        expect.soft([address, status]).toEqual([address, kind === 'withdrawn' ? 410 : 404])
        expect.soft(text.toLowerCase(), address).not.toContain(LEAK)
        if (kind === 'withdrawn') expect.soft(text).toContain(REASON)
      }
    // The files beside each record's page; a record without a day or time has no calendar or schedule.
    const beside = pages.flatMap((address) => (/^\/(?:kk|ru)\//.test(address) ? [] : filesOf(address)))
    expect(beside.length).toBeGreaterThan(50)
    await eachOf([...beside, '/feed.atom', '/feed.json', '/kk/feed.atom', '/ru/feed.json'], async (address) => {
      const { status, text } = await read(address)
      expect.soft([200, 404], address).toContain(status)
      expect.soft(text.toLowerCase(), address).not.toContain(LEAK)
    })
    const edition = '/forums/plain-forum/2039'
    const changes = ['', '/kk', '/ru'].flatMap((prefix) => [
      `${prefix}${edition}/changes`,
      `${prefix}${edition}/changes.atom`,
    ])
    const of = [`${edition}/timetable`, ...changes, '/robots.txt']
    // Twice: as they are made, and as they are kept.
    await eachOf([...pages, ...lists, ...of, ...lists], async (address) => {
      const { status, text } = await read(address)
      expect.soft(status, address).toBeLessThan(400)
      expect.soft(text.toLowerCase(), address).not.toContain(LEAK)
    })

    for (const noun of nouns) {
      for (const kind of ['draft', 'pending', 'scheduled', 'withdrawn']) {
        const word = `${LEAK}${kind}${noun}`
        for (const format of ['json', 'csv', 'atom', 'bib']) {
          const found = await read(`/api/v1/search.${format}?q=${word}*`)
          expect
            .soft(found.text.toLowerCase().replaceAll(`${word}*`, '').replaceAll(`${word}%2a`, ''), `${word}.${format}`)
            .not.toContain(word)
        }
        const suggested = await read(`/api/v1/suggestions?q=${word}`)
        expect.soft(suggested.text.toLowerCase().replaceAll(`"${word}"`, ''), word).not.toContain(word)
        const address = addressOf(noun, kind, made[`${kind}-${noun}`]?.publicId ?? null)
        const hidden = await read(`${address}/history`)
        if (kind !== 'pending')
          expect.soft([address, hidden.status]).toEqual([address, kind === 'withdrawn' ? 410 : 404])
        expect.soft(hidden.text.toLowerCase(), `${address}/history`).not.toContain(LEAK)
        for (const file of kind === 'pending' ? [] : filesOf(address)) {
          const { status, text } = await read(file)
          expect.soft([file, status]).toEqual([file, kind === 'withdrawn' ? 410 : 404])
          expect.soft(text.toLowerCase(), file).not.toContain(LEAK)
        }
        if (kind === 'withdrawn') {
          const gone = await read(address)
          expect.soft([address, gone.status]).toEqual([address, 410])
          expect.soft(gone.text).toContain(REASON)
          expect.soft(gone.text.toLowerCase(), address).not.toContain(LEAK)
        } else if (kind !== 'pending' || !/statement|source/.test(noun)) {
          for (const each of [address, `/kk${address}`, `${address}/opengraph-image`])
            expect.soft([each, (await read(each)).status]).toEqual([each, 404])
        }
      }
    }
    isDone = true
    await previewing
    expect(previewed).toBeGreaterThan(3)
    // What was kept while somebody previewed is what it was before.
    for (const address of lists) expect.soft((await read(address)).text.toLowerCase(), address).not.toContain(LEAK)
  } finally {
    isDone = true
    await previewing.catch(() => {}) // what went wrong first is told
    await archive.remove()
    await postgres.remove()
  }
})

/** The page of a record, in whatever language. */
const isRecord =
  /^(?:\/(?:kk|ru))?\/(?:(?:speakers|organisations|topics|statements|sources)\/[^/]+|forums\/[^/]+(?:\/[^/]+(?:\/sessions\/[^/]+)?)?)$/

/** The files that can stand beside the page of a record. */
function filesOf(address: string): string[] {
  if (!isRecord.test(address)) return []
  const isCited = /\/statements\/|\/forums\/[^/]+\//.test(address)
  const isEdition = /\/forums\/[^/]+\/[^/]+$/.test(address)
  const hasFeed = !/\/(?:statements|sources|sessions)\//.test(address)
  return [
    '.json',
    ...(isCited ? ['.bib', '.ris', '.csl.json'] : []),
    ...(isEdition || /\/(?:sessions|speakers)\//.test(address) ? ['.ics'] : []),
    ...(isEdition ? ['/schedule.xml', '/schedule.json', '/sessions.csv'] : []),
    ...(hasFeed ? ['/feed.atom', '/feed.json'] : []),
  ].map((ending) => address + ending)
}

/** Does `work` for each of many, a few at a time. */
async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<void>) {
  const left = [...all]
  const take = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one)
  }
  await Promise.all(Array.from({ length: 2 }, take))
}

/** Where a record would stand if it were public. */
function addressOf(noun: Noun, kind: string, publicId: string | null): string {
  const slug = kind === 'withdrawn' ? `withdrawn-${noun}` : `${LEAK}${kind}${noun}`
  const places: Record<Noun, string> = {
    forum: `/forums/${slug}`,
    edition: `/forums/plain-forum/${slug}`,
    session: `/forums/plain-forum/2039/sessions/${slug}`,
    person: `/speakers/${slug}`,
    organisation: `/organisations/${slug}`,
    topic: `/topics/${slug}`,
    statement: `/statements/${publicId}`,
    source: `/sources/${publicId}`,
  }
  return places[noun]
}

/** A preview link straight in the database: its hash is all that is kept. */
async function previewToken(postgres: Awaited<ReturnType<typeof ownPostgres>>, recordId: string) {
  const token = 'p'.repeat(43)
  await postgres.query(
    `INSERT INTO preview_link (token_hash, record_id, expires_at) VALUES (encode(sha256($1), 'hex'), $2, now() + interval '1 hour')`,
    [Buffer.from(token), recordId],
  )
  return token
}
