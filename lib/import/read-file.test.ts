import { describe, expect, test } from 'vitest'
import { fixture, readAll, readContent, workbookOf } from '@/lib/testing/programme-files'
import { lookAtTable, recogniseFile } from './read-file'

const times = ({ starts, ends }: { starts: unknown; ends: unknown }) => [starts, ends]
const instant = (at: string) => ({ kind: 'instant', at: new Date(at).toISOString() })
const wall = (at: string) => ({ kind: 'wall', at })
const day = (at: string) => ({ kind: 'day', at })

test('the format is told by the content', async () => {
  const known = {
    'schedule-under-day.xml': 'schedule-xml',
    'schedule-pretalx.xml': 'schedule-xml',
    'schedule-1.json': 'schedule-json',
    'schedule-2.json': 'schedule-json',
    'frab-submission.json': 'schedule-json',
    'pretalx-submissions-old.json': 'pretalx-api',
    'pretalx-submissions-new.json': 'pretalx-api',
    'pretalx-speakers.json': 'pretalx-api',
    'sessionize-grid.json': 'sessionize',
    'sessionize-sessions.json': 'sessionize',
    'sessionize-speakers.json': 'sessionize',
    'sessionize-all.json': 'sessionize',
    'opass.json': 'opass',
    'indico.json': 'indico',
    'calendar.ics': 'icalendar',
    'table-ru.csv': 'csv',
    pyvideo: 'pyvideo',
    'pyvideo/videos/first.json': 'pyvideo',
  }
  for (const [name, format] of Object.entries(known))
    expect([name, await recogniseFile(fixture(name))]).toEqual([name, format])
})

test('nothing that is private is ever yielded', async () => {
  for (const name of [
    'schedule-1.json',
    'frab-submission.json',
    'pretalx-submissions-old.json',
    'pretalx-speakers.json',
    'sessionize-speakers.json',
    'indico.json',
    'calendar.ics',
    'table-ru.csv',
  ])
    expect(JSON.stringify(await readAll(fixture(name)))).not.toMatch(/private@|secret|Private Name|тайна|Dentist|alarm/)
})

describe('schedule.xml', () => {
  test('with events under the day', async () => {
    const { head, sessions, codes } = await readAll(fixture('schedule-under-day.xml'), { timeZone: 'Asia/Almaty' })
    expect(head).toMatchObject({
      title: 'Forum of the first years',
      city: 'Almaty',
      venue: 'Hall of Letters',
      startsOn: '2009-02-07',
      timeZone: 'Asia/Almaty',
    })
    const [water, night] = sessions
    expect(water).toMatchObject({
      ids: ['id:6'],
      room: 'Blue',
      track: 'Region',
      day: '2009-02-07',
      starts: instant('2009-02-07T14:00+06:00'),
    })
    expect(water?.texts).toEqual({
      '': { title: 'Water & borders', abstract: 'Who has **what**?\n\nSee here and [there](https://example.org/a).' },
    })
    expect(water?.links).toEqual([
      { url: 'http://example.org/v.avi', title: 'Video' },
      { url: 'http://www.example.org/p', title: 'Paper' },
    ])
    // Half past midnight is before the day changes: it is the night after.
    expect(night).toMatchObject({
      day: '2009-02-07',
      starts: instant('2009-02-08T00:30+06:00'),
      ends: instant('2009-02-08T01:15+06:00'),
    })
    expect(night?.people.map(({ ids, name }) => [ids, name])).toEqual([
      [[], 'Aru Sample'],
      [[], 'Prof. Dr. Bek Sample-Other'],
    ])
    expect(codes).toEqual(['newIdsOfPeople', 'linkLeftOut'])
  })

  test('of pentabarf and FOSDEM, with tracks apart and no zone', async () => {
    const { head, sessions } = await readAll(fixture('schedule-pentabarf.xml'))
    expect(head).toMatchObject({ title: 'Forum 2014', timeZone: null, tracks: ['Security', 'Water'] })
    expect(sessions.map(times)).toEqual([
      [wall('2014-02-01T10:30:00'), wall('2014-02-01T10:55:00')],
      [wall('2014-02-02T11:00:00'), wall('2014-02-02T12:30:00')],
    ])
    expect(sessions[0]).toMatchObject({
      language: 'en',
      format: 'keynote',
      texts: { en: { subtitle: 'and what follows', abstract: 'Opening.' } },
    })
    expect(sessions[0]?.links.map(({ url }) => url)).toEqual(['http://example.org/o.webm', 'https://example.org/s.pdf'])
    expect(sessions.flatMap(({ people }) => people.map(({ ids }) => ids))).toEqual([['id:6'], ['id:6'], ['id:8']])
  })

  test('of frab, past midnight', async () => {
    const { head, sessions } = await readAll(fixture('schedule-frab.xml'))
    expect(head).toMatchObject({ timeZone: 'Europe/Berlin', url: 'https://forum.example/19/' })
    expect(sessions[0]).toMatchObject({
      ids: ['guid:0a7c2f9e-1111-4c9f-9a6d-000000000001'],
      day: '2019-12-27',
      starts: instant('2019-12-28T00:15+01:00'),
      texts: { de: { title: 'Night session', abstract: 'Was *nachts* gilt.\n\nMehr < weniger.' } },
    })
    expect(sessions[0]?.links.map(({ url }) => url)).toEqual([
      'http://www.example.org',
      'https://forum.example/system/slides.pdf',
    ])
  })

  test('of pretalx, with two slots of one submission', async () => {
    const { head, sessions } = await readAll(fixture('schedule-pretalx.xml'))
    expect(head).toMatchObject({ timeZone: 'Asia/Almaty', tracks: ['Energy'] })
    expect(sessions.map(({ ids }) => ids)).toEqual([
      ['guid:5f3c0b58-2222-5a2e-8b5d-000000000001'],
      ['guid:5f3c0b58-2222-5a2e-8b5d-000000000002'],
    ])
    expect(sessions[0]?.texts.en?.abstract).toBe('Grids of *three* countries.\n\n- one\n- two')
    expect(sessions[0]?.people).toMatchObject([
      { ids: ['guid:9e3c0b58-2222-5a2e-8b5d-0000000000b1', 'code:PERSNA', 'id:1'], name: 'Aliya Sample' },
      { ids: ['code:PERSNB', 'id:2'], name: 'Алия Пример' },
    ])
    expect(sessions[0]?.links).toEqual([{ url: 'https://pretalx.example/pf24/talk/ABCDEF/', title: null }])
  })

  test('a zone that the offsets contradict is told, and the offsets hold', async () => {
    const xml = (await import('node:fs'))
      .readFileSync(fixture('schedule-pretalx.xml'), 'utf8')
      .replace('Asia/Almaty', 'Europe/London')
    const { head, sessions, codes } = await readContent(xml)
    expect(head.timeZone).toBe(null)
    expect(codes).toEqual(['zoneContradicted'])
    expect(sessions[0]?.starts).toEqual(instant('2024-05-14T10:00+05:00'))
  })
})

describe('JSON', () => {
  test('schedule.json 1', async () => {
    const { head, sessions, people, codes } = await readAll(fixture('schedule-1.json'))
    expect(head).toMatchObject({ title: 'Policy forum 20', timeZone: null, rooms: ['Gray room'], tracks: ['Law'] })
    expect(codes).toEqual(['zoneContradicted'])
    expect(times(sessions[0] as never)).toEqual([instant('2020-12-14T08:00Z'), instant('2020-12-14T08:30Z')])
    expect(people).toMatchObject([
      { ids: ['code:NQTF8Y', 'id:26'], name: 'Brian Sample', biography: { '': 'Judge **emeritus**.' } },
    ])
    expect(sessions[0]?.links.map(({ url }) => url)).toEqual([
      'https://example.org/x',
      'https://forum.example/media/a.pdf',
      'https://forum.example/2020/25/',
    ])
  })

  test('schedule.json 2, with roles, languages and what is not in the programme', async () => {
    const { sessions, codes } = await readAll(fixture('schedule-2.json'))
    expect(sessions.map(({ ids, isCancelled, format }) => [ids[0], isCancelled, format])).toEqual([
      ['guid:e-1', false, 'talk'],
      ['guid:e-2', true, 'lightning talk'],
      [undefined, false, 'break'],
    ])
    expect(sessions[0]).toMatchObject({
      room: 'Atrium',
      track: 'Trade',
      texts: { en: { title: 'Tariffs', abstract: 'On tariffs.' }, de: { title: 'Zölle' } },
    })
    expect(sessions[0]?.people.map(({ role }) => role)).toEqual(['speaker', 'moderator'])
    expect(codes).toEqual(['notInProgramme'])
  })

  test('a submission of frab, whose minutes are seconds', async () => {
    const { sessions } = await readAll(fixture('frab-submission.json'))
    expect(sessions[0]).toMatchObject({ minutes: 45, starts: null, people: [{ ids: ['id:100'], name: 'nick' }] })
  })

  test('pretalx’s API as it was', async () => {
    const { sessions, people, codes } = await readAll(fixture('pretalx-submissions-old.json'))
    expect(sessions.map(({ ids, isCancelled }) => [ids, isCancelled])).toEqual([
      [['code:A8CD3F'], false],
      [['code:C8CD3F'], true],
    ])
    expect(sessions[0]).toMatchObject({
      track: 'Engineering',
      room: 'North',
      topics: ['law'],
      starts: instant('2024-07-10T08:00Z'),
    })
    expect(people).toMatchObject([{ ids: ['code:F3DC8A'], biography: { '': 'Writes.' } }])
    expect(codes).toEqual(['linkLeftOut', 'notInProgramme'])
  })

  test('pretalx’s API as it is, a session for each slot', async () => {
    const { sessions, codes } = await readAll(fixture('pretalx-submissions-new.json'))
    expect(sessions.map(({ ids, room, texts }) => [ids[0], room, Object.keys(texts)])).toEqual([
      ['code:NEWONE', 'North', ['en', 'de']],
      ['code:NEWONE/2', 'South', ['en', 'de']],
      ['code:NEWTWO', null, ['kk']],
    ])
    expect(codes).toEqual(['onlyOnePage', 'speakersNotExpanded', 'slotsNotExpanded'])
  })

  test('Sessionize in its four views', async () => {
    const grid = await readAll(fixture('sessionize-grid.json'), { timeZone: 'America/New_York' })
    expect(grid.sessions.map(({ format }) => format)).toEqual(['service session', 'Talk'])
    expect(grid.sessions[1]).toMatchObject({
      ids: ['id:720376'],
      track: 'Build',
      topics: ['Gradle'],
      day: '2024-09-19',
      starts: instant('2024-09-19T13:00Z'),
    })
    const listed = await readAll(fixture('sessionize-sessions.json'))
    expect(listed.sessions.map(({ ids, starts }) => [ids[0], starts])).toEqual([
      ['id:10', wall('2021-10-01T09:00:00')],
      ['id:11', wall('2021-10-01T10:00:00')],
    ])
    const speakers = await readAll(fixture('sessionize-speakers.json'))
    expect(speakers.people).toMatchObject([
      { name: 'Sample One', biography: { '': 'Editor\n\nSpeaks.' }, links: [{ url: 'http://blog.example' }] },
    ])
    const all = await readAll(fixture('sessionize-all.json'))
    expect(all.sessions).toMatchObject([
      {
        ids: ['id:20'],
        language: 'ru',
        track: 'Trade',
        room: 'Third',
        people: [{ name: 'Sample One', position: 'Minister' }],
      },
    ])
    expect(all.codes).toEqual(['notInProgramme'])
  })

  test('Indico, each contribution once and in the zone of its own', async () => {
    const { head, sessions } = await readAll(fixture('indico.json'))
    expect(head).toMatchObject({
      title: 'Export test',
      venue: 'Institute',
      timeZone: 'Europe/Zurich',
      startsOn: '2021-06-23',
      endsOn: '2021-06-24',
    })
    expect(sessions.map(({ ids, texts, track }) => [ids[0], texts['']?.title, track])).toEqual([
      ['id:1/c0', 'Alone', 'Afternoon'],
      ['id:1/c3', 'Within', 'Afternoon'],
      ['id:1/s6', 'Dinner', null],
    ])
    expect(times(sessions[0] as never)).toEqual([instant('2021-06-23T06:20Z'), instant('2021-06-23T06:40Z')])
    expect(times(sessions[1] as never)).toEqual([instant('2021-06-24T14:00Z'), instant('2021-06-24T14:20Z')])
    expect(sessions[0]?.people).toMatchObject([{ ids: [], name: 'Sample One', affiliation: 'Institute' }])
    expect(sessions[2]?.people).toMatchObject([{ name: 'Con Vener', role: 'chair' }])
  })
})

test('iCalendar: series, what was moved and taken out, floating times, useless uids', async () => {
  const { head, sessions, codes } = await readAll(fixture('calendar.ics'))
  expect(head).toMatchObject({ title: 'Forum, calendar', timeZone: 'Asia/Almaty' })
  const series = sessions.filter(({ ids }) => ids[0]?.startsWith('uid:series@example.org/'))
  // From 29 March on the zone of the calendar is an hour further from Greenwich.
  expect(
    series.map(({ starts, ends, isCancelled, texts }) => [
      starts?.at,
      ends?.at ?? null,
      isCancelled,
      texts.de?.title ?? texts['']?.title,
    ]),
  ).toEqual([
    ['2020-03-26T09:00:00.000Z', '2020-03-26T10:00:00.000Z', false, 'Reihe'],
    ['2020-03-28T14:00:00.000Z', '2020-03-28T14:30:00.000Z', false, 'Reihe, später'],
    ['2020-03-29T08:00:00.000Z', '2020-03-29T09:00:00.000Z', false, 'Reihe'],
    ['2020-03-30T08:00:00.000Z', null, true, 'Reihe'],
    ['2020-03-31T08:00:00.000Z', '2020-03-31T09:00:00.000Z', false, 'Reihe'],
    ['2020-04-02T08:00:00.000Z', '2020-04-02T09:00:00.000Z', false, 'Reihe'],
  ])
  expect(new Set(series.map(({ ids }) => ids[0])).size).toBe(6)
  expect(series[0]).toMatchObject({ room: 'Hall', topics: ['Law, order', 'Water'], day: '2020-03-26', people: [] })
  const [floating, days, backwards] = sessions.filter(({ ids }) => !ids.length)
  expect(floating).toMatchObject({
    starts: instant('2020-04-01T09:00+06:00'),
    links: [{ url: 'https://example.org/floating' }],
  })
  expect(days).toMatchObject({ starts: day('2020-04-01'), ends: day('2020-04-03') })
  expect(backwards).toMatchObject({ starts: instant('2020-04-01T09:00Z'), ends: null })
  expect(codes.sort()).toEqual(['endsBeforeStart', 'privateEvent', 'uidsUseless'])
})

describe('tables', () => {
  test('Russian headings, semicolons, a night and a day that is none', async () => {
    const { sessions, codes, notices } = await readAll(fixture('table-ru.csv'), { timeZone: 'Asia/Almaty' })
    expect(sessions[0]).toMatchObject({
      texts: { '': { title: 'Вода региона', abstract: 'Первая строка.\n\nВторая; с точкой.' } },
      starts: instant('2026-10-15T10:00+05:00'),
      people: [{ name: 'Асан Пример', position: 'директор', country: 'KZ' }],
    })
    expect(times(sessions[1] as never)).toEqual([instant('2026-10-15T23:30+05:00'), instant('2026-10-16T00:15+05:00')])
    expect(sessions[1]?.people.map(({ name }) => name)).toEqual(['Асан Пример', 'Prof. Dr. Erika Beispiel'])
    expect(sessions[2]?.starts).toEqual(instant('2026-10-16T14:30+05:00'))
    expect(sessions[3]).toMatchObject({ day: null, starts: null })
    expect(codes).toEqual(['columnsLeftOut', 'dayNotUnderstood'])
    expect(notices.find(({ code }) => code === 'dayNotUnderstood')).toMatchObject({
      place: { line: 7 },
      values: { text: 'завтра' },
    })
  })

  test('months first, because a day can be no month', async () => {
    const { sessions } = await readAll(fixture('table-month-first.csv'))
    expect(sessions.map(({ starts }) => starts)).toEqual([wall('2024-05-14T09:00:00'), wall('2024-05-02T13:00:00')])
    expect(sessions.map(({ people }) => people.map(({ name }) => name))).toEqual([
      ['Doe, John'],
      ['Ann One', 'Ben Two'],
    ])
  })

  test('a mapping that somebody said, and days that only have names', async () => {
    const csv = 'Kas,Kun,Saghat\nБірінші,Friday,9\nЕкінші,Saturday,9.30\nҮшінші,٣/١/٢٠٢٦,١٠:٠٠\n'
    await expect(readContent(csv)).rejects.toMatchObject({ code: 'noTitleColumn' })
    const mapping = { columns: { Kas: 'title', Kun: 'day', Saghat: 'start' } } as const
    const { sessions } = await readContent(csv, { mapping, firstDay: '2026-01-01' })
    expect(sessions.map(({ starts }) => starts)).toEqual([
      wall('2026-01-02T09:00:00'),
      wall('2026-01-03T09:30:00'),
      wall('2026-01-03T10:00:00'),
    ])
    const named = await readContent(csv, { mapping: { ...mapping, days: { Friday: '2020-02-02' } } })
    expect(named.sessions[0]?.starts).toEqual(wall('2020-02-02T09:00:00'))
  })

  test('Excel: dates, times and headings below a title', async () => {
    const date = (value: number) => ({ value, style: 1 })
    const clock = (value: number) => ({ value, style: 2 })
    const workbook = workbookOf('Programme', [
      ['Forum programme', '', '', ''],
      ['Date', 'Start', 'Title', 'Speaker'],
      [date(46310), clock(0.4375), 'Dates & times', 'Ann One'],
      [date(46311), clock(0.5), 'Noon', ''],
    ])
    const { head, sessions } = await readContent(workbook)
    expect(head.format).toBe('excel')
    expect(sessions.map(({ starts, place }) => [starts, place])).toEqual([
      [wall('2026-10-15T10:30:00'), { row: 3 }],
      [wall('2026-10-16T12:00:00'), { row: 4 }],
    ])
  })

  test('the table that the archive itself gives', async () => {
    const csv =
      'id,title,format,day,starts_at,ends_at,time_zone,room,track,language,speakers,topics,abstract,is_cancelled,url\r\n' +
      "a-1,'=One,panel,2026-10-15,2026-10-15T10:00:00+05:00,2026-10-15T11:00:00+05:00,Asia/Almaty,Hall,,kk,Ann One; Ben Two,law; water,Text.,yes,https://forum.example/a\r\n"
    const { sessions, codes } = await readContent(csv)
    expect(sessions).toMatchObject([
      {
        ids: ['id:a-1'],
        texts: { kk: { title: '=One', abstract: 'Text.' } },
        ...{
          format: 'panel',
          room: 'Hall',
          language: 'kk',
          day: '2026-10-15',
          isCancelled: true,
          topics: ['law', 'water'],
        },
        starts: instant('2026-10-15T10:00+05:00'),
        ends: instant('2026-10-15T11:00+05:00'),
        people: [{ name: 'Ann One' }, { name: 'Ben Two' }],
        links: [{ url: 'https://forum.example/a' }],
      },
    ])
    expect(codes).toEqual(['columnsLeftOut'])
  })

  test('what somebody needs to say which column is what', async () => {
    expect(await lookAtTable(fixture('table-ru.csv'))).toMatchObject({
      format: 'csv',
      headings: [
        'День',
        'Начало',
        'Конец',
        'Название',
        'Зал',
        'Докладчики',
        'Должность',
        'Страна',
        'Описание',
        'Заметки',
      ],
      mapping: { dateOrder: 'dayFirst', columns: { День: 'day', Название: 'title', Докладчики: 'speakers' } },
    })
  })
})

test('a folder of pyvideo, and the same files uploaded', async () => {
  const { head, sessions } = await readAll(fixture('pyvideo'))
  expect(head).toMatchObject({
    title: 'Policy videos 2015',
    url: 'https://videos.example',
    startsOn: '2015-09-18',
    endsOn: '2015-09-19',
  })
  expect(sessions[0]).toMatchObject({
    ids: ['id:first'],
    language: 'ru',
    starts: day('2015-09-18'),
    topics: ['law'],
    place: { file: 'videos/first.json' },
  })
  expect(sessions[0]?.minutes).toBeCloseTo(61.1, 1)
  expect(sessions[0]?.texts.ru?.abstract).toBe(
    '**Heading**\n\nSee `code` and [the site](https://example.org).\n\n- one\n- two',
  )
  expect(sessions[0]?.people.map(({ name }) => name)).toEqual(['Алия Пример', 'Aliya Sample'])
  expect(sessions[0]?.links.map(({ url }) => url)).toEqual([
    'https://www.youtube.com/watch?v=1',
    'https://example.org/a',
    'https://example.org/b',
  ])
  expect(times(sessions[1] as never)).toEqual([instant('2015-09-19T07:00Z'), instant('2015-09-19T07:30Z')])
  const names = ['category.json', 'videos/second.json', 'videos/first.json']
  const uploaded = await readAll(names.map((name) => ({ path: fixture(`pyvideo/${name}`), name })))
  expect(uploaded).toEqual({ head, sessions, people: [], notices: [], codes: [] })
})

test('UTF-16 and Windows-1251 read the same as UTF-8', async () => {
  const text = (await import('node:fs')).readFileSync(fixture('table-ru.csv'), 'utf8')
  const { sessions } = await readAll(fixture('table-ru.csv'))
  const letters = 'абвгдежзийклмнопрстуфхцчшщъыьэюя'
  const byte = (letter: string) => {
    const small = letters.indexOf(letter.toLowerCase())
    return small < 0 ? letter.charCodeAt(0) : (letter === letter.toLowerCase() ? 0xe0 : 0xc0) + small
  }
  const cyrillic = Buffer.from([...text].map(byte))
  expect((await readContent(cyrillic)).sessions).toEqual(sessions)
  expect((await readContent(cyrillic)).codes).toContain('guessedEncoding')
  const little = Buffer.from(text, 'utf16le')
  expect((await readContent(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).sessions).toEqual(sessions)
  expect(
    (await readContent(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(little).swap16()]))).sessions,
  ).toEqual(sessions)
  expect((await readContent(`\ufeff${text}`)).sessions).toEqual(sessions)
})

test('OPass', async () => {
  const { head, sessions, people, codes } = await readAll(fixture('opass.json'))
  expect(head).toMatchObject({ format: 'opass', startsOn: '2024-08-03', endsOn: '2024-08-04', rooms: ['Hall 1', 'R2'] })
  expect(sessions).toMatchObject([
    {
      ...{ ids: ['id:A1B2C3'], format: 'Talk', room: 'Hall 1', topics: ['Water'], language: 'en' },
      texts: {
        zh: { title: '河流', abstract: '關於**河流**。' },
        en: { title: 'Rivers', abstract: 'About rivers.' },
      },
      people: [
        { ids: ['id:s1'], name: 'Ann Lin' },
        { ids: ['id:s2'], name: '陳波' },
      ],
      links: ['https://example.org/session/A1B2C3', 'https://video.example.org/1', 'https://notes.example.org/1'].map(
        (url) => ({ url }),
      ),
    },
    { ids: ['id:D4E5F6'], texts: { zh: { title: '午餐' } }, format: 'break', people: [] },
  ])
  expect(sessions[0]?.starts).toEqual(instant('2024-08-03T10:00:00+08:00'))
  expect(people).toMatchObject([
    { ids: ['id:s1'], name: 'Ann Lin', biography: { zh: '研究員。', en: 'A researcher.' } },
    { ids: ['id:s2'], name: '陳波', biography: {} },
  ])
  expect(codes).toEqual([])
})

test('an id that two sessions have is that of the first alone', async () => {
  const event = (id: number) => `<event id="${id}"><title>One of ${id}</title></event>`
  const { sessions, notices } = await readContent(
    `<schedule><conference/><day date="2020-01-01"><room name="A">\n${event(7)}\n${event(7)}\n${event(8)}</room></day></schedule>`,
  )
  expect(sessions.map(({ ids }) => ids)).toEqual([['id:7'], [], ['id:8']])
  expect(notices).toEqual([{ place: { line: 3 }, code: 'idTwice', values: { id: 'id:7' } }])
})

test('encodings that XML declares, and lines of iCalendar that are folded inside of a letter', async () => {
  const xml =
    '<?xml version="1.0" encoding="UTF-16"?><schedule><conference/><day date="2020-01-01"><event><title>Су мәселесі</title></event></day></schedule>'
  const title = async (content: Uint8Array) => (await readContent(content)).sessions[0]?.texts['']?.title
  expect(await title(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]))).toBe('Су мәселесі')
  expect(await title(Buffer.from(xml, 'utf16le'))).toBe('Су мәселесі')
  const half = Buffer.from('ә').subarray(0, 1)
  const folded = Buffer.concat([
    Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20200101T200000Z\r\nSUMMARY:Су м'),
    half,
    Buffer.from('\r\n '),
    Buffer.from('ә').subarray(1),
    Buffer.from('селесі\r\nEND:VEVENT\r\nEND:VCALENDAR'),
  ])
  expect(await title(folded)).toBe('Су мәселесі')
  // Where it takes place it is the next day.
  expect((await readContent(folded)).sessions[0]?.day).toBe(null)
  expect((await readContent(folded, { timeZone: 'Asia/Almaty' })).sessions[0]?.day).toBe('2020-01-02')
})
