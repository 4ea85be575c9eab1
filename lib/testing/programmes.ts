import fc from 'fast-check'
import type { OutgoingProgramme } from '@/lib/interchange/outgoing-programme'
import type { OutgoingPerson, OutgoingSession } from '@/lib/interchange/outgoing-session'
import { AppearanceRole, SessionFormat } from '@/prisma/client/enums'

/** Texts that a writer may trip over: markup, line breaks, formulas, other scripts, letters beyond the first plane. */
export const hostileLine = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    ']]></title><script>alert(1)</script>',
    '=HYPERLINK("http://example.org")',
    'A; B, C\\n "D" & \'E\'',
    'Қасым-Жомарт Тоқаев: «Әділетті Қазақстан»',
    'END:VEVENT',
    '-- > -->',
    '𝔸 👩‍👩‍👧',
    '__proto__',
    '101',
  ),
)
const hostileText = fc.oneof(
  hostileLine,
  fc.array(hostileLine, { maxLength: 4 }).map((lines) => lines.join('\n\n')),
)
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })

const person = (id: string): fc.Arbitrary<OutgoingPerson> =>
  fc.record({
    ...{ id: fc.constant(id), name: hostileLine, path: fc.constant(`/speakers/${id}` as const) },
    role: fc.constantFrom(...Object.values(AppearanceRole)),
    ...{ position: optional(hostileLine), organisation: optional(hostileLine), biography: optional(hostileText) },
    countryCode: optional(fc.constant('KZ')),
  })

const zones = [
  'Asia/Almaty',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'UTC',
  'Etc/GMT-5',
  'Australia/Lord_Howe',
]
const urls = fc.array(fc.record({ url: fc.webUrl({ withQueryParameters: true }), title: hostileLine }), {
  maxLength: 2,
})

/** Programmes of some days, with sessions that may lack anything and run past midnight or across a change of clocks. */
export const programmes: fc.Arbitrary<OutgoingProgramme> = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    start: fc.date({ min: new Date('1994-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
    rooms: fc.array(fc.record({ id: fc.uuid({ version: 7 }), name: hostileLine }), { maxLength: 3 }),
    tracks: fc.array(hostileLine, { maxLength: 2 }),
    days: fc.integer({ min: 0, max: 3 }),
    people: fc
      .uniqueArray(fc.uuid({ version: 7 }), { minLength: 1, maxLength: 4 })
      .chain((ids) => fc.tuple(...ids.map(person))),
    slug: fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/),
  })
  .chain(({ timeZone, start, rooms, tracks, days: count, people, slug }) => {
    const midnight = new Date(start.toISOString().slice(0, 10))
    const days = Array.from({ length: count }, (_, at) => ({
      number: at + 1,
      date: new Date(midnight.getTime() + at * 86_400_000),
    }))
    const session: fc.Arbitrary<OutgoingSession> = fc
      .record({
        ...{ id: fc.uuid({ version: 7 }), slug: fc.stringMatching(/^[a-z0-9]{1,9}$/), title: hostileLine },
        ...{ abstract: optional(hostileText), language: fc.constantFrom('kk', 'zh-Hans', null) },
        format: fc.constantFrom(...Object.values(SessionFormat)),
        day: fc.constantFrom(null, ...days),
        minute: optional(fc.integer({ min: 0, max: 3 * 1440 })),
        length: optional(fc.integer({ min: 1, max: 7000 })),
        room: fc.constantFrom(null, ...rooms),
        track: fc.constantFrom(null, ...tracks),
        isCancelled: fc.boolean(),
        version: fc.integer({ min: 1, max: 99 }),
        people: fc.array(fc.constantFrom(...people), { maxLength: 3 }),
        topics: fc.array(hostileLine, { maxLength: 2 }),
        ...{ documents: urls, sources: urls },
      })
      .map(({ minute, length, ...rest }) => {
        const startsAt = minute === null ? null : new Date(midnight.getTime() + minute * 60_000)
        const path = `/forums/f/${slug}/sessions/${rest.slug}` as const
        return {
          ...rest,
          ...{ path, url: `http://localhost:3000${path}`, timeZone, edition: 'A forum', place: 'Astana, Kazakhstan' },
          startsAt,
          endsAt: startsAt && length ? new Date(startsAt.getTime() + length * 60_000) : null,
          updatedAt: new Date('2026-05-01T10:00:00.000Z'),
        }
      })
    return fc
      .uniqueArray(session, { maxLength: 12, comparator: (a, b) => a.id === b.id || a.slug === b.slug })
      .map((sessions) => ({
        edition: {
          ...{
            id: '019ab000-0000-7000-8000-000000000001',
            key: `forum/${slug}`,
            timeZone,
            version: 3,
            where: null,
            number: null,
          },
          ...{ year: 2026, countryCount: null, sessionCount: sessions.length, theme: null, summary: null },
          url: `http://localhost:3000/forums/forum/${slug}`,
          name: {
            name: { value: 'Форум «Ә» & <b>', language: 'ru', status: 'original' as const, translator: null },
            short: slug,
            path: `/forums/forum/${slug}` as const,
            forum: {
              name: { value: 'Форум', language: 'ru', status: 'original' as const, translator: null },
              path: '/forums/forum' as const,
            },
          },
          dates: { startsOn: midnight, endsOn: null, datePrecision: 'day' as const, note: null },
          place: { venue: null, city: null, countryCode: 'KZ' },
        },
        ...{ days, rooms, tracks },
        sessions: sessions.sort((a, b) => (a.startsAt?.getTime() ?? 9e15) - (b.startsAt?.getTime() ?? 9e15)),
        updatedAt: new Date('2026-05-01T10:00:00.000Z'),
      }))
  })
