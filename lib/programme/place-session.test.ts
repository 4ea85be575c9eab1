import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { draft, person } from '@/lib/testing/desk-records'
import { addSession, placeSession } from './place-session'
import { readProgramme, readProgrammePlaces, readProgrammeSession, readProgrammeSince } from './queries'

const [one, two, hall] = [randomUUID(), randomUUID(), randomUUID()]
const nowhere = { day: '', startsAt: '', endsAt: '', room: '' }

async function edition() {
  const forum = await draft('forum', { texts: { en: { name: 'Forum' } } })
  const { id } = await draft('edition', {
    ...{ forum: forum.id, year: 2026, timeZone: 'Asia/Almaty' },
    days: [
      { id: one, number: 1, date: '2026-10-15' },
      { id: two, number: 2, date: '2026-10-16' },
    ],
    rooms: [{ id: hall, texts: { en: { name: 'Hall A' }, ru: { name: 'Зал А' } } }],
  })
  const places = await readProgrammePlaces(id, 'ru')
  if (!places) throw new Error('There is an edition')
  return { id, ...places }
}

test('a session is added, moved and taken off by ordinary saves; a stale one is refused and changes nothing', async () => {
  const of = await edition()
  expect(of.rooms[0]?.name).toEqual({ text: 'Зал А', lang: 'ru' })
  const [ann, bob] = [await person(db, 'Ann'), await person(db, 'Bob')]
  const speaker = await draft('person', { texts: { en: { name: 'Joshua Lincoln' } } })
  const began = new Date()
  const added = await addSession({ edition: of, title: 'Opening', language: 'en', place: nowhere, by: ann })
  if (added.kind !== 'saved') throw new Error(added.kind)
  const viewer = { id: bob.id, locale: 'en' as const }
  const read = () => readProgrammeSession(of.id, added.id, of.timeZone, viewer)
  expect(await read()).toMatchObject({
    title: 'Opening',
    startsAt: null,
    room: null,
    isPending: true,
    changedBy: 'Ann',
    isMine: false,
  })

  const place = { day: '', startsAt: '2026-10-16T00:30', endsAt: '2026-10-16T01:30', room: hall }
  expect(await placeSession({ edition: of, id: added.id, lock: 1, place: { ...place, day: one }, by: bob })).toEqual({
    kind: 'saved',
    id: added.id,
  })
  const { content } = await db.record.findUniqueOrThrow({ where: { id: added.id } })
  expect(content).toMatchObject({
    day: one,
    startsAt: '2026-10-15T19:30:00.000Z',
    endsAt: '2026-10-15T20:30:00.000Z',
    texts: { en: { title: 'Opening' } },
  })
  expect(await read()).toMatchObject({ startsAt: '2026-10-16T00:30', room: hall, isMine: true })
  expect(await db.revision.count({ where: { recordId: added.id } })).toBe(2)

  // Who still sees the first version.
  expect(await placeSession({ edition: of, id: added.id, lock: 1, place: nowhere, by: ann })).toEqual({ kind: 'stale' })
  expect(await read()).toMatchObject({ startsAt: '2026-10-16T00:30' })
  // Without a day it is the one of its date; a wrong time is refused in words.
  await placeSession({ edition: of, id: added.id, lock: 2, place, by: ann })
  expect(await read()).toMatchObject({ day: two })
  const backwards = { ...place, endsAt: '2026-10-15T23:00' }
  expect(await placeSession({ edition: of, id: added.id, lock: 3, place: backwards, by: ann })).toEqual({
    kind: 'invalid',
    errors: { endsAt: 'endsBeforeStart' },
  })
  expect(
    await placeSession({ edition: of, id: added.id, lock: 3, place: { ...place, startsAt: 'noon' }, by: ann }),
  ).toMatchObject({
    kind: 'invalid',
    errors: { startsAt: 'notATime' },
  })
  expect(await placeSession({ edition: of, id: randomUUID(), lock: 1, place, by: ann })).toEqual({ kind: 'gone' })
  const other = await edition()
  expect(await placeSession({ edition: other, id: added.id, lock: 3, place, by: ann })).toEqual({ kind: 'gone' })

  await draft('session', { edition: of.id, texts: { en: { title: 'Talk' } }, appearances: [{ person: speaker.id }] })
  const { sessions, people } = await readProgramme(of.id, of.timeZone, viewer)
  expect(sessions.map(({ title }) => title)).toEqual(['Opening', 'Talk'])
  expect(people).toEqual({ [speaker.id]: 'Joshua Lincoln' })
  expect((await readProgrammeSince(of.id, began, of.timeZone, viewer)).sessions).toHaveLength(2)
  expect((await readProgrammeSince(of.id, new Date(Date.now() + 1000), of.timeZone, viewer)).sessions).toEqual([])
})
