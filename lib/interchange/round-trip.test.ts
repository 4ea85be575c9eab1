import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { plainLine } from '@/lib/import/clean-text'
import type { FileEvent, FileSession } from '@/lib/import/programme-file'
import { readProgrammeFile } from '@/lib/import/read-file'
import { programmes } from '@/lib/testing/programmes'
import { calendarAsIcs, toCalendarEvent } from './calendar'
import type { OutgoingSession } from './outgoing-session'
import { toSchedule } from './schedule'
import { scheduleAsJson } from './schedule-json'
import { scheduleAsXml } from './schedule-xml'

const RUNS = Number(process.env.RUNS ?? 15)
const folder = mkdtempSync(path.join(tmpdir(), 'plenary-round-trip-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function readBack(name: string, contents: string) {
  const file = path.join(folder, name)
  writeFileSync(file, contents)
  const events: FileEvent[] = []
  for await (const event of readProgrammeFile(file)) events.push(event)
  const head = events.flatMap((event) => (event.kind === 'head' ? [event.head] : []))[0]
  return { head, sessions: events.flatMap((event) => (event.kind === 'session' ? [event.session] : [])) }
}

const minutesOf = ({ startsAt, endsAt }: OutgoingSession) =>
  startsAt && endsAt ? (endsAt.getTime() - startsAt.getTime()) / 60_000 : 0
/** The end, where the format can say it. */
const endOf = (session: OutgoingSession, mostMinutes: number) =>
  minutesOf(session) <= mostMinutes ? (session.endsAt?.getTime() ?? null) : null

/** What the formats carry of a session, as it was and as it is read. */
const written = (session: OutgoingSession, mostMinutes: number) => ({
  id: `guid:${session.id}`,
  title: plainLine(session.title),
  starts: session.startsAt?.getTime(),
  ends: endOf(session, mostMinutes),
  room: plainLine(session.room?.name ?? '') || null,
  track: plainLine(session.track ?? '') || null,
  format: session.format,
  people: [
    ...new Map(
      session.people.flatMap(({ id, name }) => (plainLine(name) ? [[id, `guid:${id} ${plainLine(name)}`]] : [])),
    ).values(),
  ].sort(),
})
const read = (session: FileSession) => ({
  id: session.ids[0],
  title: Object.values(session.texts)[0]?.title,
  starts: Date.parse(session.starts?.at ?? ''),
  ends: session.ends ? Date.parse(session.ends.at) : null,
  room: session.room,
  track: session.track,
  format: session.format,
  people: session.people.map(({ ids, name }) => `${ids[0]} ${name}`).sort(),
})
const byId = <T extends { id: string | undefined }>(all: T[]) =>
  all.sort((a, b) => String(a.id).localeCompare(String(b.id)))

test('what goes out as schedule.xml and schedule.json is read back the same', async () => {
  await fc.assert(
    fc.asyncProperty(programmes, async (programme) => {
      const schedule = toSchedule(programme)
      if (!schedule) return
      const timed = programme.sessions.filter(
        ({ startsAt, isCancelled, title }) => startsAt && !isCancelled && plainLine(title),
      )
      for (const [name, contents, mostMinutes] of [
        ['schedule.xml', scheduleAsXml(schedule, 'http://localhost:3000/schedule.xml'), 99 * 60 + 59],
        ['schedule.json', scheduleAsJson(schedule), Number.POSITIVE_INFINITY],
      ] as const) {
        const back = await readBack(name, contents)
        expect(back.head?.title).toBe(plainLine(schedule.title))
        expect([back.head?.startsOn, back.head?.endsOn]).toEqual([schedule.start, schedule.end])
        expect(byId(back.sessions.map(read))).toEqual(byId(timed.map((session) => written(session, mostMinutes))))
      }
    }),
    { numRuns: RUNS },
  )
})

test('what goes out as a calendar is read back with its ids, titles, times, and what was cancelled', async () => {
  await fc.assert(
    fc.asyncProperty(programmes, async ({ sessions }) => {
      const inCalendar = sessions.filter(({ startsAt, title }) => startsAt && plainLine(title))
      const events = inCalendar.flatMap((session) => toCalendarEvent(session) ?? [])
      if (events.length === 0) return
      const back = await readBack('programme.ics', calendarAsIcs('Форум', events))
      const of = ({ id, title, startsAt, endsAt, isCancelled }: OutgoingSession) => ({
        ...{ id: `uid:${id}`, title: plainLine(title), isCancelled },
        ...{ starts: startsAt?.getTime(), ends: endsAt?.getTime() ?? null },
      })
      const read = ({ ids, texts, starts, ends, isCancelled }: FileSession) => ({
        ...{ id: ids[0], title: Object.values(texts)[0]?.title, isCancelled },
        ...{ starts: Date.parse(starts?.at ?? ''), ends: ends ? Date.parse(ends.at) : null },
      })
      expect(byId(back.sessions.map(read))).toEqual(byId(inCalendar.map(of)))
    }),
    { numRuns: RUNS },
  )
})
