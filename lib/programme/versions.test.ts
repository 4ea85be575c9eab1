import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { i18n } from '@/lib/i18n/translator'
import { programmeAsAtom } from '@/lib/interchange/programme-atom'
import { planEdition } from '@/lib/revisions/edition-plan'
import { withdrawRecord } from '@/lib/revisions/publish'
import { publishEdition } from '@/lib/revisions/publish-edition'
import type { Content } from '@/lib/revisions/registry'
import { saveRecord } from '@/lib/revisions/save'
import { writeBlockingPoints } from '@/lib/revisions/settings'
import { contentOf, draft, person } from '@/lib/testing/desk-records'
import { changeInWords } from './change-words'
import { planProgramme, publishProgramme } from './publish-programme'
import { changesBetween } from './version-changes'
import type { VersionContent, VersionSession } from './version-content'
import { getProgrammeHistory } from './version-queries'

const session = (id: string, more: Partial<VersionSession> = {}): VersionSession => ({
  ...{ id, texts: [], isTitleSupplied: false, day: null, startsAt: null, endsAt: null, room: null },
  ...{ speakers: [], isCancelled: false, ...more },
})
const version = (...sessions: VersionSession[]): VersionContent => ({ rooms: {}, sessions })

test('what differs is told once, and nothing that does not', () => {
  const title = (text: string) => [{ language: 'en', status: 'original' as const, translator: null, title: text }]
  const drawn = fc.record({
    texts: fc.constantFrom(title('A'), title('B')),
    startsAt: fc.constantFrom(null, '2026-10-15T04:00:00.000Z', '2026-10-15T05:00:00.000Z'),
    room: fc.constantFrom(null, 'hall', 'other'),
    speakers: fc.uniqueArray(fc.constantFrom('p', 'q', 'r')),
    isCancelled: fc.boolean(),
  })
  const programme = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), drawn)
  fc.assert(
    fc.property(programme, programme, (before, after) => {
      const of = (all: typeof before) => version(...Object.entries(all).map(([id, each]) => session(id, each)))
      const changes = changesBetween(of(before), of(after))
      const told = new Map(changes.map((each) => [each.session.id, new Set<string>(each.kinds)]))
      expect(told.size).toBe(changes.length)
      for (const id of ['a', 'b', 'c', 'd']) {
        const [was, is] = [before[id], after[id]]
        const kinds = told.get(id) ?? new Set()
        expect(kinds.has('added')).toBe(!was && !!is)
        expect(kinds.has('removed')).toBe(!!was && !is)
        if (!was || !is) continue
        expect(kinds.has('title')).toBe(was.texts !== is.texts)
        expect(kinds.has('time')).toBe(was.startsAt !== is.startsAt)
        expect(kinds.has('room')).toBe(was.room !== is.room)
        expect(kinds.has('cancelled')).toBe(!was.isCancelled && is.isCancelled)
        expect(kinds.has('reinstated')).toBe(was.isCancelled && !is.isCancelled)
        expect(kinds.has('speakers')).toBe([...was.speakers].sort().join() !== [...is.speakers].sort().join())
      }
      expect(changesBetween(of(after), of(after))).toEqual([])
    }),
  )
})

const [hall, other] = [randomUUID(), randomUUID()]

test('a programme is published as numbered versions; readers are told what changed, and nothing that is not public', async () => {
  const by = await person(db, 'Ann')
  await writeBlockingPoints({}, by)
  const forum = await draft('forum', { texts: { en: { name: 'Forum' } } })
  const edition = await draft('edition', {
    ...{ forum: forum.id, year: 2026, timeZone: 'Asia/Almaty' },
    days: [{ number: 1, date: '2026-10-15' }],
    rooms: [
      { id: hall, texts: { en: { name: 'Hall A' }, ru: { name: 'Зал А' } } },
      { id: other, texts: { en: { name: 'Hall B' } } },
    ],
  })
  const [lincoln, hidden] = [
    await draft('person', { texts: { en: { name: 'Joshua Lincoln' } } }),
    await draft('person', { texts: { en: { name: 'Zqhidden Person' } } }),
  ]
  const talk = (title: string, more: object) => ({
    ...{ edition: edition.id, texts: { en: { title }, ru: { title: `${title} по-русски` } }, room: hall },
    ...{ startsAt: '2026-10-15T04:00:00Z', endsAt: '2026-10-15T05:00:00Z', ...more },
  })
  const opening = await draft('session', talk('Opening', {}))
  const panel = await draft('session', talk('Panel', { startsAt: '2026-10-15T06:00:00Z', endsAt: null }))
  const gone = await draft('session', talk('Zqgone', { startsAt: '2026-10-15T08:00:00Z', endsAt: null }))
  await draft('statement', { edition: edition.id, texts: { en: { text: 'Said.' } } })

  const publish = async (name: string | null = null, withMentioned = true) => {
    const plan = await planProgramme(edition.id, withMentioned)
    return publishProgramme({ id: edition.id, withMentioned, seen: plan?.seen ?? '', name, by })
  }
  expect(await publish()).toEqual({ kind: 'published', count: 5, version: 1 })
  expect(await publish()).toEqual({ kind: 'nothing' })

  const change = async (id: string, more: object) => {
    const { lock, content } = await db.record.findUniqueOrThrow({ where: { id } })
    return saveRecord({ id, lock, content: contentOf('session', { ...(content as Content), ...more }), by })
  }
  await change(opening.id, { startsAt: '2026-10-15T04:30:00Z', room: other, appearances: [{ person: lincoln.id }] })
  await change(panel.id, { isCancelled: true })
  const draftOnly = await draft('session', talk('Zqdraft', { startsAt: '2026-10-15T09:00:00Z', endsAt: null }))
  const history = async (locale: 'en' | 'ru' = 'en') => {
    const found = await getProgrammeHistory(edition.id, locale, 1)
    if (!found) throw new Error('The edition is public')
    return found
  }
  // Saved and not published: nothing of it is told.
  expect(
    (await history()).versions.items.map(({ number, isFirst, sessionCount }) => [number, isFirst, sessionCount]),
  ).toEqual([[1, true, 3]])

  expect(await publish('After the visit')).toEqual({ kind: 'published', count: 4, version: 2 })
  const told = async (locale: 'en' | 'ru') => {
    const { versions, timeZone } = await history(locale)
    return versions.items[0]?.changes.map((each) => [each.title?.value, ...changeInWords(each, timeZone, i18n(locale))])
  }
  expect(await told('en')).toEqual([
    [
      'Opening',
      'Time: Thu 15 Oct, 09:30–10:00 (before: Thu 15 Oct, 09:00–10:00)',
      'Room: Hall B (before: Hall A)',
      'New speakers: Joshua Lincoln',
    ],
    ['Panel', 'Cancelled'],
    ['Zqdraft', 'Added: Thu 15 Oct, 14:00, Hall A'],
  ])
  expect((await told('ru'))?.[1]).toEqual(['Panel по-русски', 'Отменена'])
  expect(await db.auditEntry.count({ where: { act: 'programme_published', recordId: edition.id } })).toBe(2)
  expect(await db.statement.count({ where: { editionId: edition.id } })).toBe(0)

  // What is withdrawn is told without its words, in every version that has it; somebody not public is not named.
  for (const { id } of [gone, draftOnly]) {
    const { lock } = await db.record.findUniqueOrThrow({ where: { id } })
    await withdrawRecord({ id, lock, by, reasons: { en: 'Not held.' } })
  }
  await change(opening.id, { startsAt: '2026-10-15T04:30:00Z', appearances: [{ person: hidden.id }] })
  await publish()
  const { lock } = await db.record.findUniqueOrThrow({ where: { id: hidden.id } })
  await withdrawRecord({ id: hidden.id, lock, by, reasons: { en: 'Not them.' } })
  const now = await history()
  expect(now.versions.items.map(({ number, name }) => [number, name])).toEqual([
    [3, null],
    [2, 'After the visit'],
    [1, null],
  ])
  const feed = programmeAsAtom(
    now,
    { page: '/forums/forum/2026/changes', feed: '/forums/forum/2026/changes.atom' },
    i18n('en'),
  )
  for (const text of [JSON.stringify(now), feed]) expect(text).not.toMatch(/zq/i)
  expect(feed).toContain('<title>Version 2: After the visit</title>')
  expect(feed).toContain('A session that is not public any more: No longer in the programme')
  expect(feed).toContain('Also 1 speaker whose page is not public')

  // Kept as they are, and part of what a whole edition's publication makes.
  await expect(db.programmeVersion.updateMany({ data: { name: 'Other' } })).rejects.toThrow(/kept as it is/)
  await change(panel.id, { isCancelled: false })
  const plan = await planEdition(edition.id, true)
  expect(await publishEdition({ id: edition.id, withMentioned: true, seen: plan?.seen ?? '', by })).toMatchObject({
    kind: 'published',
  })
  const [newest] = (await history()).versions.items
  expect(newest?.number).toBe(4)
  expect(newest?.changes.find(({ title }) => title?.value === 'Panel')?.kinds).toEqual(['reinstated'])
})
