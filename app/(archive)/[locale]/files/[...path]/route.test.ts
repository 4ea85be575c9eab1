import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { absolute } from '@/lib/metadata'
import { inLocale, type Path, routes } from '@/lib/routes'
import { GET } from './route'

/** What an address answers, as the rewrite of next.config.ts leads it here. */
async function ask(path: Path, locale: Locale = 'en') {
  const request = new Request(`http://localhost:3000${inLocale(locale, path)}`)
  const answer = await GET(request, { params: Promise.resolve({ locale, path: path.slice(1).split('/') }) })
  const { status, headers } = answer
  return { status, text: await answer.text(), of: (name: string) => headers.get(name) }
}

const FORUM = routes.forum('forum')
const EDITION = routes.edition('forum', '2026')
const SESSION = routes.session('forum', '2026', 'opening')
const published = { state: 'published', publishedAt: new Date('2026-10-01T00:00:00Z') } as const
const original = { language: 'ru', status: 'original' } as const
const ids = { session: randomUUID(), person: randomUUID(), statement: '' }

beforeAll(async () => {
  const session = (slug: string, title: string, more: object) => ({
    ...{ slug, format: 'panel' as const, ...published, ...more },
    texts: { create: { ...original, title } },
  })
  const person = await db.person.create({
    data: {
      ...{ id: ids.person, slug: 'toqaev', ...published },
      texts: { create: { ...original, name: 'Касым-Жомарт Токаев', sortName: 'Токаев, Касым-Жомарт' } },
    },
  })
  const hidden = await db.person.create({
    data: { slug: 'zqhidden', texts: { create: { ...original, name: 'Zqhidden', sortName: 'Zqhidden' } } },
  })
  const appearances = { create: [person, hidden].map(({ id }) => ({ personId: id, role: 'speaker' as const })) }
  const forum = await db.forum.create({
    data: { slug: 'forum', ...published, texts: { create: { ...original, name: 'Форум' } } },
  })
  const edition = await db.edition.create({
    data: {
      ...{ forumId: forum.id, slug: '2026', year: 2026, timeZone: 'Asia/Almaty', ...published },
      texts: { create: original },
      days: { create: { number: 1, date: new Date('2026-10-15') } },
    },
    include: { days: true },
  })
  const at = (hour: number) => ({ startsAt: new Date(Date.UTC(2026, 9, 15, hour)) })
  const make = (data: ReturnType<typeof session>) => db.session.create({ data: { ...data, editionId: edition.id } })
  await make(session('opening', 'Открытие', { id: ids.session, ...at(4), version: 3, appearances }))
  await make(session('cancelled', 'Отменено', { ...at(6), isCancelled: true }))
  await make(session('untimed', 'Без времени', { dayId: edition.days[0]?.id, publishedAt: new Date('2026-10-02') }))
  await make(session('draft', 'Zqdraft', { ...at(7), state: 'draft' }))
  await make(session('withdrawn', 'Zqwithdrawn', { ...at(8), state: 'withdrawn', withdrawnAt: new Date() }))
  await db.session.update({
    where: { editionId_slug: { editionId: edition.id, slug: 'untimed' } },
    data: { slug: 'later' },
  })
})

test('a programme goes out with what is public of it, and nothing else', async () => {
  for (const file of ['schedule.xml', 'schedule.json', 'sessions.csv'] as const) {
    const { status, text, of } = await ask(routes.programmeFile(EDITION, file), 'ru')
    expect(status).toBe(200)
    expect(text).toContain('Открытие')
    expect(text).toContain('2026-10-15T09:00:00+05:00')
    expect(text).not.toMatch(/zq/i)
    expect(text.includes('Без времени')).toBe(file === 'sessions.csv')
    expect(of('content-language')).toBe('ru')
    expect(of('last-modified')).toMatch(/ GMT$/)
    expect(of('link')).toBe(`<${absolute(inLocale('ru', EDITION))}>; rel="alternate"; type="text/html"`)
  }
  const { schedule } = JSON.parse((await ask(routes.programmeFile(EDITION, 'schedule.json'))).text)
  expect(schedule.conference.meta.left_out).toEqual({ without_time: 1, cancelled: 1 })
  expect(schedule.conference.days[0].rooms[''][0].persons).toMatchObject([{ guid: ids.person }])
})

test('calendars of an edition, a session and a speaker have the same event, cancelled ones and those of a day', async () => {
  const read = async (path: Path) => {
    const { text, of } = await ask(routes.recordAs(path, 'ics'))
    expect(of('content-type')).toBe('text/calendar; charset=utf-8')
    expect(text).not.toMatch(/zq/i)
    return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => ({
      uid: String(event.getFirstPropertyValue('uid')),
      sequence: event.getFirstPropertyValue('sequence'),
      status: event.getFirstPropertyValue('status'),
      starts: String(event.getFirstPropertyValue('dtstart')),
    }))
  }
  const opening = { uid: ids.session, sequence: 3, status: 'CONFIRMED', starts: '2026-10-15T09:00:00' }
  expect(await read(SESSION)).toEqual([opening])
  expect(await read(routes.speaker('toqaev'))).toEqual([opening])
  const all = await read(EDITION)
  expect(all).toContainEqual(opening)
  expect(all.map(({ status, starts }) => [status, starts])).toEqual([
    ['CONFIRMED', '2026-10-15T09:00:00'],
    ['CANCELLED', '2026-10-15T11:00:00'],
    ['CONFIRMED', '2026-10-15'],
  ])
})

test('feeds hold what was published last, the newest first, with ids that no address changes', async () => {
  for (const path of [routes.home(), FORUM, EDITION]) {
    const feed = JSON.parse((await ask(routes.feed(path, 'json'))).text)
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
    expect(feed.items[0].title).toContain('Без времени')
    expect(feed.items.map(({ id }: { id: string }) => id)).toContain(`urn:uuid:${ids.session}`)
    const atom = await ask(routes.feed(path, 'atom'), 'kk')
    expect(atom.of('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(atom.text.match(/<entry /g)).toHaveLength(feed.items.length)
    expect(atom.text).toContain(`<id>urn:uuid:${ids.session}</id>`)
    expect(atom.text).toContain(`href="${absolute(inLocale('kk', SESSION))}"`)
    expect(atom.text + JSON.stringify(feed)).not.toMatch(/zq/i)
  }
  const ofSpeaker = JSON.parse((await ask(routes.feed(routes.speaker('toqaev'), 'json'))).text)
  expect(ofSpeaker.items.map(({ id }: { id: string }) => id)).toEqual([`urn:uuid:${ids.session}`])
})

test('a record as data, and a citation of it, in the language of the address', async () => {
  const data = await ask(routes.recordAs(SESSION, 'json'))
  expect([data.of('content-type'), JSON.parse(data.text)['@type']]).toEqual([
    'application/ld+json; charset=utf-8',
    'Event',
  ])
  const bib = await ask(routes.recordAs(SESSION, 'bib'), 'ru')
  expect(bib.text).toContain('author = {Токаев, Касым-Жомарт}')
  expect(bib.text).toContain('day = {15}')
  expect(bib.of('content-disposition')).toBe('attachment; filename="forums-forum-2026-sessions-opening.bib"')
  expect((await ask(routes.recordAs(EDITION, 'ris'))).text).toMatch(
    /^TY {2}- ELEC\n[\s\S]*PY {2}- 2026\n[\s\S]*ER {2}- \n$/,
  )
  expect(JSON.parse((await ask(routes.recordAs(EDITION, 'csl.json'))).text)[0].type).toBe('event')
})

test('withdrawn is gone, renamed has moved, and what is not there says so in words', async () => {
  const session = (slug: string) => routes.session('forum', '2026', slug)
  for (const format of ['json', 'ics', 'bib'] as const) {
    expect((await ask(routes.recordAs(session('withdrawn'), format))).status).toBe(410)
    expect((await ask(routes.recordAs(session('draft'), format))).status).toBe(404)
    const moved = await ask(routes.recordAs(session('untimed'), format), 'kk')
    expect([moved.status, moved.of('location')]).toEqual([301, `/kk${session('later')}.${format}`])
  }
  for (const path of [
    `${SESSION}.xml`,
    `${SESSION}.`,
    `${EDITION}/nothing.json`,
    `${FORUM}.ics`,
    `${SESSION}.constructor`,
  ])
    expect((await ask(path as Path)).status).toBe(404)
  // The folder of the program is no address of the archive.
  const within = await GET(new Request('http://localhost:3000/kk/files/feed.atom'), {
    params: Promise.resolve({ locale: 'kk', path: ['feed.atom'] }),
  })
  expect(within.status).toBe(404)
  await db.session.updateMany({ data: { startsAt: null, dayId: null } })
  const without = await ask(routes.programmeFile(EDITION, 'schedule.xml'), 'ru')
  expect([without.status, without.of('content-type')]).toEqual([404, 'text/plain; charset=utf-8'])
  expect(without.text).toContain('не указано время')
  expect((await ask(routes.recordAs(EDITION, 'ics'))).status).toBe(404)
})
