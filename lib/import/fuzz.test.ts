import { readdirSync, readFileSync, statSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixture, withFile, workbookOf } from '@/lib/testing/programme-files'
import { type FileEvent, fileFormats, UnreadableFile } from './programme-file'
import { readProgrammeFile } from './read-file'
import { webAddress } from './reading'

const runs = Number(process.env.RUNS ?? 5)
/** Two seconds a megabyte; the first milliseconds of a small file are those of the machine. */
const allowed = (bytes: number) => 2000 * (bytes / 1024 / 1024) + 1500

const names = readdirSync(fixture(''), { recursive: true, encoding: 'utf8' }).filter((name) =>
  statSync(fixture(name)).isFile(),
)
const fixtures: [string, Buffer][] = [
  ...names.map((name): [string, Buffer] => [name, readFileSync(fixture(name))]),
  [
    'workbook',
    workbookOf('S', [
      ['Title', 'Day', 'Room'],
      ['One', { value: 46310, style: 1 }, 'A'],
    ]),
  ],
]

/** What is written in one format where it means something, from all of them. */
const pieces = fixtures
  .map(([, content]) => content)
  .flatMap((content) => [content.subarray(0, 60), content.subarray(content.length >> 1, (content.length >> 1) + 80)])
const spice = [
  '<',
  '>',
  '&',
  ']]>',
  '<![CDATA[',
  '<!--',
  '"',
  '\\',
  '{',
  '[',
  '}',
  '\0',
  '\ufeff',
  '\r\n ',
  'RRULE:FREQ=DAILY\n',
  'END:VEVENT\n',
  '2020-13-45',
  '99:99',
  '-1',
  '1e999',
  'null',
  ';',
  ',',
  '\n',
  '\t',
  '\u202e',
  '[x](javascript:y)',
]

const change = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.nat(200) }),
  fc.record({ kind: fc.constant('end' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('byte' as const), at: fc.nat(), value: fc.nat(255) }),
  fc.record({
    kind: fc.constant('put' as const),
    at: fc.nat(),
    what: fc.constantFrom(...spice.map((each) => Buffer.from(each)), ...pieces),
  }),
  fc.record({
    kind: fc.constant('again' as const),
    at: fc.nat(),
    length: fc.nat(400),
    times: fc.integer({ min: 2, max: 40 }),
  }),
)

function changed(content: Buffer, changes: (typeof change extends fc.Arbitrary<infer T> ? T : never)[]): Buffer {
  let now = Buffer.from(content)
  for (const each of changes) {
    const at = now.length ? each.at % now.length : 0
    const put = (what: Uint8Array, length: number) =>
      Buffer.concat([now.subarray(0, at), what, now.subarray(at + length)])
    if (each.kind === 'end') now = Buffer.from(now.subarray(0, at))
    else if (each.kind === 'byte') now = put(Buffer.from([each.value]), 1)
    else if (each.kind === 'put') now = put(each.what, 0)
    else if (each.kind === 'cut') now = put(Buffer.alloc(0), each.length)
    else now = put(Buffer.concat(Array(each.times).fill(now.subarray(at, at + each.length))), 0)
  }
  return now
}

/**
 * Reads it to its end; every event is as the contract says, and nothing but `UnreadableFile` is ever thrown. The time is
 * that of the processor, as other programs run beside the tests.
 */
async function survives(content: Buffer, options = {}): Promise<void> {
  const from = process.cpuUsage()
  const wrong: unknown[] = []
  await withFile(content, async (file) => {
    try {
      for await (const event of readProgrammeFile(file, options)) if (!isRight(event)) wrong.push(event)
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
    }
  })
  const { user, system } = process.cpuUsage(from)
  expect(wrong).toEqual([])
  expect((user + system) / 1000).toBeLessThan(allowed(content.length))
}

function isRight(event: FileEvent): boolean {
  if (event.kind !== 'session') return true
  const { starts, ends, texts, links } = event.session
  return (
    Object.values(texts).every(({ title }) => title.trim()) &&
    [starts, ends].every(
      (time) => !time || !Number.isNaN(Date.parse(time.kind === 'wall' ? `${time.at}Z` : time.at)),
    ) &&
    links.every(({ url }) => webAddress(url) === url)
  )
}

test.each(fixtures)(
  '%s, changed at random, is read or refused',
  async (_, content) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.option(fc.constantFrom(...fileFormats), { freq: 8 }),
        (changes, format) => survives(changed(content, changes), format ? { format } : {}),
      ),
      { numRuns: runs, endOnFailure: true },
    )
  },
  30_000 + runs * 200,
)

/** The same JSON with other values in some places: still JSON, no more the format. */
function withOtherValues(json: string, others: { at: number; value: unknown }[]): string {
  let count = 0
  JSON.parse(json, (_, value) => {
    count++
    return value
  })
  const places = new Map(others.map(({ at, value }) => [at % count, value]))
  let n = 0
  return JSON.stringify(JSON.parse(json, (_, value) => (places.has(n++) ? places.get(n - 1) : value))) ?? 'null'
}

test.each(fixtures.filter(([name]) => name.endsWith('.json')))(
  '%s, with other values in it',
  async (_, content) => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>(
        '2020-02-30',
        '2020-01-01T99:99',
        '9999-12-31T23:59:59+14:00',
        '1e400',
        '😀'.repeat(400),
        [],
        {},
        [[]],
        [null],
        '\ud800',
        'UTC',
        -1,
        1e21,
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ at: fc.nat(), value }), { minLength: 1, maxLength: 8 }), (others) =>
        survives(Buffer.from(withOtherValues(content.toString(), others))),
      ),
      { numRuns: runs, endOnFailure: true },
    )
  },
  30_000 + runs * 200,
)

describe('what was made to take long', () => {
  const event = (abstract: string) =>
    `<schedule><day date="2020-01-01"><event id="1"><title>T</title><abstract>${abstract}</abstract></event></day></schedule>`
  const much = 300_000
  const hostile: { [name: string]: string } = {
    'HTML that nests': event('&lt;div>'.repeat(much / 8)),
    'bold that never ends': event('&lt;b>&lt;p>'.repeat(much / 14)),
    'links in links': event('&lt;a href="https://a.b">'.repeat(much / 24)),
    'tables in tables': event('&lt;table>&lt;tr>&lt;td>'.repeat(1300)),
    'brackets of Markdown': event('['.repeat(much)),
    'stars of Markdown': event('*a_ '.repeat(much / 4)),
    'quotations of Markdown': event(`${'>'.repeat(3000)}&lt;`),
    'lists of Markdown': event(Array.from({ length: 900 }, (_, n) => `${' '.repeat(n)}- [`).join('\n')),
    backticks: event(`[${'`'.repeat(20_000)}${'` '.repeat(20_000)}`),
    'tags that never end': event('&lt;p '.repeat(much / 6)),
    attributes: `<schedule><day ${Array.from({ length: 20_000 }, (_, n) => `a${n}="1"`).join(' ')}/></schedule>`,
    'rules that never come true': `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nSUMMARY:a\nDTSTART:20200201T100000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=9\nEND:VEVENT\n'.repeat(300)}END:VCALENDAR\n`,
    'rules of seconds': `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nSUMMARY:a\nDTSTART:20200201T100000Z\nRRULE:FREQ=SECONDLY\nEND:VEVENT\n'.repeat(300)}END:VCALENDAR\n`,
    'a zone of the year 2200': `BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Z\nBEGIN:STANDARD\nDTSTART:18000101T000000\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=1\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0000\nEND:STANDARD\nEND:VTIMEZONE\n${'BEGIN:VEVENT\nSUMMARY:a\nDTSTART;TZID=Z:21990201T100000\nRRULE:FREQ=DAILY;COUNT=400\nEND:VEVENT\n'.repeat(5)}END:VCALENDAR\n`,
    'folds without end': `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:${'a\n '.repeat(much)}\nEND:VEVENT\nEND:VCALENDAR\n`,
    'quotes of CSV': `Title,Room\n${'"",'.repeat(much / 3)}\n`,
    'a table without line ends': `Title,${'a,'.repeat(much / 2)}`,
    reStructuredText: JSON.stringify({
      title: 'T',
      videos: [{ url: 'https://a.b' }],
      description: '`a <'.repeat(much / 4),
    }),
    underscores: JSON.stringify({
      title: 'T',
      videos: [{ url: 'https://a.b' }],
      description: 'a_b_ '.repeat(much / 5),
    }),
    'keys of JSON': JSON.stringify({
      schedule: {
        conference: {
          days: [
            {
              date: '2020-01-01',
              rooms: Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`r${n}`, [{ title: 't' }]])),
            },
          ],
        },
      },
    }),
  }
  test.each(Object.entries(hostile))('%s', async (_, content) => {
    await survives(Buffer.from(content))
  })
})
