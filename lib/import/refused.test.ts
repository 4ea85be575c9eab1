import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import en from '@/lib/i18n/messages/en/import-file.json'
import { fixture, readAll, readContent, withFile, zipOf } from '@/lib/testing/programme-files'
import { UnreadableFile } from './programme-file'

const refusal = async (content: string | Uint8Array, options = {}) => {
  const error = await readContent(content, options).catch((thrown: unknown) => thrown)
  if (!(error instanceof UnreadableFile))
    throw new Error(`not refused: ${error instanceof Error ? error.stack : 'read'}`)
  return { code: error.code, ...error.place }
}

const xml = readFileSync(fixture('schedule-pentabarf.xml'), 'utf8')
const old = readFileSync(fixture('schedule-under-day.xml'), 'utf8')
const json = readFileSync(fixture('schedule-1.json'), 'utf8')
const calendar = readFileSync(fixture('calendar.ics'), 'utf8')

test('what is no programme is refused by one sentence', async () => {
  expect(await refusal('')).toEqual({ code: 'empty' })
  expect(await refusal('\ufeff \n')).toEqual({ code: 'empty' })
  expect(await refusal('<!DOCTYPE html><html><title>404</title><p>Not found</html>')).toEqual({ code: 'webPage' })
  expect(await refusal('<html><body>Moved</body></html>', { format: 'schedule-xml' })).toEqual({ code: 'webPage' })
  expect(await refusal('<?xml version="1.0"?><rss/>')).toMatchObject({ code: 'otherXml' })
  expect(await refusal('{"hello": "world"}')).toEqual({ code: 'otherJson' })
  expect(await refusal('[]')).toEqual({ code: 'otherJson' })
  expect(await refusal('{"plenary":{"version":1}}')).toEqual({ code: 'damagedPlenary' })
  expect(await refusal('Dear all')).toEqual({ code: 'notRecognised' })
  expect(await refusal('Dear all, and more')).toMatchObject({ code: 'noTitleColumn' })
  expect(await refusal('%PDF-1.7\n')).toEqual({ code: 'notText' })
  expect(await refusal(zipOf({ 'a.txt': 'a' }))).toEqual({ code: 'otherZip' })
  expect(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual({ code: 'oldExcel' })
  expect(await refusal(json, { format: 'sessionize' })).toEqual({ code: 'notThisFormat' })
  expect(await refusal(json, { format: 'icalendar' })).toEqual({ code: 'notThisFormat' })
  expect(await refusal(xml, { timeZone: 'Mars/Olympus' })).toEqual({ code: 'unknownZone' })
})

test('what is cut off is told with the line', async () => {
  expect(await refusal(xml.slice(0, xml.indexOf('<title>Rivers')))).toEqual({ code: 'cutOff', line: 25 })
  expect(await refusal(json.slice(0, 600))).toEqual({ code: 'cutOff', line: json.slice(0, 600).split('\n').length })
  expect(await refusal(calendar.slice(0, calendar.indexOf('SUMMARY:Floating')))).toEqual({ code: 'cutOff', line: 52 })
  expect(await refusal('Title,Room\nOne,"A\nTwo,B\n')).toEqual({ code: 'cutOff', line: 2 })
  const letters = Buffer.from('Title,Room\nЖ')
  expect(await refusal(letters.subarray(0, -1))).toEqual({ code: 'cutOff', line: 2 })
})

test('entities that expand, external entities and unknown ones are never followed', async () => {
  const laughs =
    '<!DOCTYPE schedule [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><schedule><conference><title>&b;</title></conference></schedule>'
  expect(await refusal(laughs)).toEqual({ code: 'entities', line: 1 })
  const outside = '<!DOCTYPE schedule [<!ENTITY x SYSTEM "file:///etc/passwd">]><schedule>&x;</schedule>'
  expect(await refusal(outside)).toEqual({ code: 'entities', line: 1 })
  expect(await refusal('<!DOCTYPE schedule SYSTEM "http://example.org/x.dtd"><schedule/>')).toEqual({
    code: 'externalEntity',
    line: 1,
  })
  expect(await refusal('<schedule>\n<conference><title>a&nbsp;b</title></conference></schedule>')).toEqual({
    code: 'unknownEntity',
    line: 2,
  })
})

test('what is too deep, too large or too much is refused', async () => {
  expect(await refusal(`<schedule>${'<day>'.repeat(100)}`)).toEqual({ code: 'tooDeep', line: 1 })
  expect(await refusal(`{"schedule":\n${'['.repeat(100_000)}`)).toEqual({ code: 'tooDeep', line: 2 })
  expect(await refusal(`BEGIN:VCALENDAR\n${'BEGIN:X\n'.repeat(100)}`)).toMatchObject({ code: 'tooDeep' })
  expect(await refusal(xml, { limits: { bytes: 100 } })).toEqual({ code: 'tooLarge' })
  expect(await refusal(json, { limits: { wholeBytes: 100 } })).toEqual({ code: 'tooLarge' })
  expect(await refusal(xml, { limits: { sessions: 1 } })).toMatchObject({ code: 'tooManySessions' })
  expect(
    await refusal(`<schedule><conference><title>${'a'.repeat(9_000_000)}</title></conference></schedule>`),
  ).toMatchObject({ code: 'tooLong' })
  expect(await refusal(`Title,Room\n"${'a'.repeat(3_000_000)}"`)).toEqual({ code: 'tooLong', line: 2 })
})

test('a workbook that unpacks without end is not unpacked', async () => {
  const bomb = deflateRawSync(Buffer.alloc(8 * 1024 * 1024))
  const zip = zipOf({ 'xl/workbook.xml': '', 'xl/worksheets/sheet1.xml': bomb })
  // The archive says that this entry is packed, and that it is small.
  for (const at of [zip.indexOf('xl/worksheets') - 22, zip.lastIndexOf('xl/worksheets') - 36]) zip.writeUInt16LE(8, at)
  expect(await refusal(zip)).toEqual({ code: 'unpacksTooLarge' })
})

test('letters that fit no encoding are told with the line', async () => {
  const latin = Buffer.from('Title,Room\nOne,A\nGrößte Überraschung für mögliche Gäste,Äpfel\n', 'latin1')
  expect(await refusal(latin)).toEqual({ code: 'wrongEncoding', line: 3 })
  const declared = Buffer.from(old.replace('UTF-8', 'ISO-8859-1').replace('Night watch', 'Nachtwächter'), 'latin1')
  expect((await readContent(declared)).sessions[1]?.texts['']?.title).toBe('Nachtwächter')
  expect(await refusal(xml.replace('UTF-8', 'KLINGON'))).toEqual({ code: 'unknownEncoding', line: 1 })
})

test('what is left out of a text', async () => {
  const event = (abstract: string) =>
    `<schedule><conference/><day date="2020-01-01"><event id="1"><title>T</title><abstract><![CDATA[${abstract}]]></abstract></event></day></schedule>`
  const abstract = async (text: string) => (await readContent(event(text))).sessions[0]?.texts['']?.abstract
  expect(await abstract('<p>a</p><img src=x onerror=alert(1)><iframe src="//x"></iframe><style>p{}</style>b')).toBe(
    'a\n\nb',
  )
  expect(await abstract('[x](javascript:alert(1)) ![p](http://x/y.png) and [y](mailto:a@example.org)')).toBe('x  and y')
  expect(await abstract('if a < b and List<String> then [link](https://example.org)')).toBe(
    'if a < b and List\\<String> then [link](https://example.org)',
  )
  expect(await abstract('# Head\n\ntext')).toBe('**Head**\n\ntext')
  expect(await abstract(`${'word '.repeat(10_000)}`)).toMatch(/word…$/)
  expect(await abstract('a\u202eb\u200fc')).toBe('abc')
})

test('every code that a reader uses has words', () => {
  const used = { errors: new Set<string>(), notices: new Set<string>() }
  const codes = (text: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].flatMap(([call]) =>
      [...call.matchAll(/'([a-z][A-Za-z]+)'/g)].map((each) => each[1] ?? ''),
    )
  for (const name of readdirSync('lib/import', { recursive: true, encoding: 'utf8' })) {
    if (!/(?<!\.test)\.ts$/.test(name)) continue
    const text = readFileSync(path.join('lib/import', name), 'utf8')
    for (const code of codes(text, /new UnreadableFile\(\s*(?:[\w.]+ \? )?'[A-Za-z]+'(?: : '[A-Za-z]+')?/g))
      used.errors.add(code)
    for (const code of codes(text, /note(?:Once)?\(\s*'[A-Za-z]+'/g)) used.notices.add(code)
  }
  expect([...used.errors].filter((code) => !(code in en.errors))).toEqual([])
  expect([...used.notices].filter((code) => !(code in en.notices))).toEqual([])
  expect(Object.keys(en.errors).filter((code) => !used.errors.has(code))).toEqual([])
})

test('an empty workbook and a missing sheet', async () => {
  await withFile(zipOf({ 'xl/workbook.xml': '<x/>' }), async (file) => {
    await expect(readAll(file)).rejects.toMatchObject({ code: 'damagedExcel' })
    const mapping = { columns: {}, sheet: 'None' }
    await expect(readAll(file, { mapping })).rejects.toMatchObject({ code: 'noSheet', values: { sheet: 'None' } })
  })
})
