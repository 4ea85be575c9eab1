import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { programmes } from '@/lib/testing/programmes'
import { numericIds } from './numeric-ids'
import { toSchedule } from './schedule'
import { scheduleAsJson } from './schedule-json'
import { scheduleAsXml } from './schedule-xml'

const RUNS = Number(process.env.RUNS ?? 20)
const SELF = 'http://localhost:3000/forums/forum/2026/schedule.xml'

/** The official validators, which others published. */
const validators = path.resolve(process.env.PLENARY_SAMPLES ?? '../shared/samples', 'validators-c3voc')
const official = (name: string) => readFileSync(path.join(validators, name), 'utf8')
const isThere = existsSync(validators)

/** Schedules of made-up programmes. */
const schedules = programmes.map((programme) => ({ programme, schedule: toSchedule(programme) }))

test('a schedule has each session with a time once, on its day, at its time, and counts what is left out', () => {
  fc.assert(
    fc.property(schedules, ({ programme: { sessions }, schedule }) => {
      const timed = sessions.filter(({ startsAt, isCancelled }) => startsAt && !isCancelled)
      if (!schedule) {
        expect(timed).toEqual([])
        return
      }
      const events = schedule.days.flatMap(({ rooms }) => rooms.flatMap(({ events }) => events))
      expect(events.map(({ guid }) => guid).sort()).toEqual(timed.map(({ id }) => id).sort())
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
      expect(new Set(events.map(({ slug }) => slug)).size).toBe(events.length)
      expect(new Set(schedule.days.map(({ index }) => index)).size).toBe(schedule.days.length)
      expect(schedule.leftOut.withoutTime + schedule.leftOut.cancelled).toBe(sessions.length - timed.length)
      for (const event of events) {
        const session = timed.find(({ id }) => id === event.guid)
        expect(Date.parse(event.date)).toBe(session?.startsAt?.getTime())
        expect(event.end && Date.parse(event.end)).toBe(session?.endsAt?.getTime() ?? null)
        expect(event.date).toContain(`T${event.start}`)
        expect(event.slug).toMatch(/^[a-z0-9_]{4,}-[a-z0-9\-_]{4,}$/)
        expect(event.slug).toMatch(/[a-z0-9]$/)
        expect(new Set(event.persons.map(({ guid }) => guid))).toEqual(new Set(session?.people.map(({ id }) => id)))
      }
      for (const { start, end, rooms } of schedule.days) {
        for (const { date } of rooms.flatMap(({ events }) => events)) {
          expect(Date.parse(date)).toBeGreaterThanOrEqual(Date.parse(start))
          expect(Date.parse(date)).toBeLessThanOrEqual(Date.parse(end))
        }
      }
    }),
    { numRuns: RUNS },
  )
})

test('schedule.xml is well-formed and says what the schedule says, whatever the words', () => {
  const isList = (name: string) => ['day', 'room', 'event', 'person', 'track'].includes(name)
  const parser = new XMLParser({
    ...{ ignoreAttributes: false, parseTagValue: false, trimValues: false, htmlEntities: true },
    isArray: (name, jpath) =>
      isList(name) && !String(jpath).endsWith('event.room') && !String(jpath).endsWith('event.track'),
  })
  fc.assert(
    fc.property(schedules, ({ schedule }) => {
      if (!schedule) return
      const { schedule: read } = parser.parse(scheduleAsXml(schedule, SELF))
      expect(read.conference.title).toBe(schedule.title)
      expect(read.conference.acronym).toMatch(/^[a-z0-9_-]{4,}$/)
      expect(read.day).toHaveLength(schedule.days.length)
    }),
    { numRuns: RUNS },
  )
})

test('schedule.json keeps every room, also those of odd names, and each person by one kind of name', () => {
  fc.assert(
    fc.property(schedules, ({ schedule }) => {
      if (!schedule) return
      const { schedule: read } = JSON.parse(scheduleAsJson(schedule))
      const { conference } = read
      expect(conference.acronym).toMatch(/^[a-z0-9_-][a-z0-9_]{3,}$/)
      for (const [at, day] of schedule.days.entries()) {
        const rooms: [string, { room: string; persons: object[] }[]][] = Object.entries(conference.days[at].rooms)
        expect(new Set(rooms.map(([name]) => name))).toEqual(new Set(day.rooms.map(({ name }) => name)))
        for (const [name, events] of rooms)
          for (const event of events) {
            expect(event.room).toBe(name)
            for (const person of event.persons) expect(person).not.toHaveProperty('public_name')
          }
      }
    }),
    { numRuns: RUNS },
  )
})

const byOfficial = isThere ? test : test.skip

byOfficial('the official XSD accepts every schedule.xml (skipped without the validators at hand)', async () => {
  const made = fc.sample(schedules, RUNS * 3).flatMap(({ schedule }) => schedule ?? [])
  const result = await validateXML({
    xml: made.map((schedule, at) => ({ fileName: `made-${at}.xml`, contents: scheduleAsXml(schedule, SELF) })),
    schema: official('xsd__schedule.xml.xsd'),
    initialMemoryPages: 512,
    maxMemoryPages: 4096,
  })
  expect(result.errors).toEqual([])
  expect(result.valid).toBe(true)
})

byOfficial('the official schema accepts every schedule.json (skipped without the validators at hand)', () => {
  const ajv = new Ajv({ strict: false, logger: false, meta: false, validateSchema: false })
  addFormats(ajv)
  const { $schema: _, ...schema } = JSON.parse(official('json__schema.json'))
  const isValid = ajv.compile(schema)
  for (const { schedule } of fc.sample(schedules, RUNS * 3)) {
    if (!schedule) continue
    isValid(JSON.parse(scheduleAsJson(schedule)))
    expect(isValid.errors).toBeNull()
  }
})

test('numbers of ids are positive, of 31 bits, stable, and no two the same', () => {
  const ids = Array.from({ length: 20_000 }, (_, n) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`)
  const numbers = numericIds(ids)
  expect(new Set(numbers.values()).size).toBe(ids.length)
  for (const number of numbers.values()) if (number < 1 || number > 2 ** 31 - 1) throw new Error(String(number))
  const few = ids.slice(10, 20)
  expect([...numericIds([...few].reverse())].sort()).toEqual([...numericIds(few)].sort())
})
