import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { EditionContent } from '@/lib/editions/schema'
import type { SessionContent } from '@/lib/sessions/schema'
import { draft, person } from '@/lib/testing/desk-records'
import { createNextEdition, planNextEdition } from './next-edition'

test('the next edition has what was chosen of the last, as drafts of its own, and none of its texts', async () => {
  const by = await person(db, 'Ann')
  const forum = await draft('forum', { texts: { en: { name: 'Forum' } } })
  const host = await draft('organisation', { texts: { en: { name: 'Institute' } } })
  const speaker = await draft('person', { texts: { en: { name: 'Joshua Lincoln' } } })
  const [hall, track, day, chair, guest] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const earlier = await draft('edition', { forum: forum.id, number: 1, year: 2024, timeZone: 'Asia/Almaty' })
  const last = await draft('edition', {
    ...{ forum: forum.id, number: 2, year: 2025, timeZone: 'Asia/Almaty', country: 'KZ', startsOn: '2025-10-15' },
    texts: { en: { theme: 'Old theme', description: 'Old words', city: 'Astana' } },
    organisations: [{ organisation: host.id, role: 'host' }],
    days: [{ id: day, number: 1, date: '2025-10-15' }],
    rooms: [{ id: hall, texts: { en: { name: 'Hall A' } } }],
    tracks: [{ id: track, texts: { en: { name: 'Water' } } }],
  })
  await draft('session', { edition: earlier.id, texts: { en: { title: 'Opening  plenary' } } })
  const opening = await draft('session', {
    ...{ edition: last.id, format: 'plenary', track, day, room: hall, startsAt: '2025-10-15T04:00:00Z' },
    texts: { en: { title: 'Opening plenary', abstract: 'Old words' }, ru: { title: 'Открытие' } },
    appearances: [
      {
        id: chair,
        person: speaker.id,
        role: 'chair',
        organisation: host.id,
        texts: { en: { positionHeld: 'Director' } },
      },
      { id: guest, person: speaker.id, role: 'speaker' },
    ],
  })
  const once = await draft('session', { edition: last.id, texts: { en: { title: 'Said once' } } })

  const plan = await planNextEdition(last.id, 'en')
  expect(plan).toMatchObject({
    ...{ number: 3, year: 2026, rooms: ['Hall A'], tracks: ['Water'], country: 'KZ' },
    organisations: [{ id: host.id, name: 'Institute', role: 'host' }],
    sessions: [
      {
        id: opening.id,
        isRecurring: true,
        people: [{ id: chair, name: 'Joshua Lincoln', role: 'chair' }, { id: guest }],
      },
      { id: once.id, isRecurring: false },
    ],
  })
  const chosen = {
    ...{ number: 3, year: 2026, country: true },
    ...{ organisations: new Set([host.id]), sessions: new Set([opening.id]), people: new Set([chair]) },
  }
  const made = await createNextEdition(last.id, chosen, by)
  if (made.kind !== 'made') throw new Error(made.kind)
  const edition = await db.record.findUniqueOrThrow({ where: { id: made.id } })
  const content = edition.content as unknown as EditionContent
  expect(edition).toMatchObject({ state: 'draft', parentId: forum.id, createdById: by.id })
  expect(content).toMatchObject({
    ...{
      number: 3,
      year: 2026,
      country: 'KZ',
      timeZone: 'Asia/Almaty',
      startsOn: null,
      slug: null,
      days: [],
      citations: [],
    },
    organisations: [{ organisation: host.id, role: 'host' }],
  })
  expect(content.rooms.map(({ id, texts }) => [id === hall, texts.en?.name])).toEqual([[false, 'Hall A']])
  const sessions = await db.record.findMany({ where: { parentId: made.id } })
  expect(sessions).toHaveLength(1)
  const carried = sessions[0]?.content as unknown as SessionContent
  expect(carried).toMatchObject({
    ...{ format: 'plenary', track: content.tracks[0]?.id, day: null, room: null, startsAt: null, citations: [] },
    texts: { en: { title: 'Opening plenary', abstract: null }, ru: { title: 'Открытие' } },
    appearances: [{ person: speaker.id, role: 'chair', organisation: null, texts: {} }],
  })
  expect(carried.appearances[0]?.id).not.toBe(chair)
  expect(JSON.stringify([content, carried])).not.toContain('Old')

  expect(await createNextEdition(last.id, chosen, by)).toEqual({ kind: 'numberTaken' })
  expect(await createNextEdition(last.id, { ...chosen, number: -1 }, by)).toEqual({ kind: 'wrong' })
  expect(await createNextEdition(randomUUID(), chosen, by)).toEqual({ kind: 'gone' })
  expect((await planNextEdition(last.id, 'en'))?.number).toBe(4)
})
