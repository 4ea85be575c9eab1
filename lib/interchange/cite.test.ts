import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citationMetadata } from './citation-metadata'
import { type Citable, citeAsBibtex, citeAsCslJson, citeAsRis, citeAsText } from './cite'

const lincoln: Citable = {
  kind: 'statement',
  id: 'dghepj4z',
  url: 'https://archive.example.org/statements/dghepj4z',
  text: 'The institutions face crises that nobody foresaw in 1945.',
  title: 'The institutions face crises that nobody foresaw in 1945.',
  language: 'en',
  form: 'Paraphrase',
  textAsCited: 'The institutions face crises that nobody foresaw in 1945.',
  who: 'Joshua Lincoln (Senior fellow, The Fletcher School)',
  authors: ['Lincoln, Joshua'],
  session: '[Renewal of international institutions]',
  edition: 'Astana Think Tank Forum 2025',
  place: 'Astana, Kazakhstan',
  date: { year: 2025, month: 10 },
  dateInWords: 'October 2025',
  sources: ['Source: “A headline”, Paragraph P4'],
  archive: 'Plenary',
}
const unknown: Citable = {
  ...lincoln,
  who: null,
  authors: [],
  session: null,
  place: null,
  date: null,
  dateInWords: 'date not recorded',
  sources: [],
}

const words = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({
    unit: fc.constantFrom('{', '}', '\\', '%', '$', '&', '#', '_', '^', '~', '\n', '\r', ',', '"', 'a', ' '),
  }),
  fc.constantFrom('Қасым-Жомарт Тоқаев', 'ER  - ', '@misc{', '50% & more', 'Smith and Sons', 'O’Neil, Jr., Ann'),
)
const anyCitable: fc.Arbitrary<Citable> = fc.record({
  kind: fc.constantFrom('statement', 'session', 'edition'),
  id: fc.constant('dghepj4z'),
  url: fc.webUrl(),
  text: fc.option(words),
  title: words,
  language: fc.constantFrom('en', 'kk', 'ru', 'zh-Hans'),
  form: fc.constantFrom('Paraphrase', 'Пересказ'),
  textAsCited: words,
  who: fc.option(words),
  authors: fc.array(words, { maxLength: 3 }),
  session: fc.option(words),
  edition: fc.option(words),
  place: fc.option(words),
  date: fc.option(
    fc.oneof(
      fc.record({ year: fc.integer({ min: 1800, max: 2200 }) }),
      fc.record({
        year: fc.integer({ min: 1800, max: 2200 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 28 }),
      }),
    ),
  ),
  dateInWords: words,
  sources: fc.array(words, { maxLength: 3 }),
  archive: fc.constant('Plenary'),
})

describe('as text', () => {
  test('says who, what, where, when and on what evidence', () => {
    expect(citeAsText(lincoln)).toBe(
      'Joshua Lincoln (Senior fellow, The Fletcher School): The institutions face crises that nobody foresaw in 1945. [Paraphrase]. [Renewal of international institutions], Astana Think Tank Forum 2025, Astana, Kazakhstan, October 2025. Source: “A headline”, Paragraph P4. Plenary, https://archive.example.org/statements/dghepj4z',
    )
  })
  test('leaves out what nobody recorded', () => {
    expect(citeAsText(unknown)).toBe(
      'The institutions face crises that nobody foresaw in 1945. [Paraphrase]. Astana Think Tank Forum 2025, date not recorded. Plenary, https://archive.example.org/statements/dghepj4z',
    )
  })
  test('ends a Russian date with one full stop', () => {
    expect(citeAsText({ ...lincoln, dateInWords: 'октябрь 2025 г.' })).toContain('октябрь 2025 г. Source')
  })
  test('is one line that ends with the address', () => {
    fc.assert(
      fc.property(anyCitable, (citable) => {
        expect(citeAsText({ ...citable, who: lincoln.who }).endsWith(citable.url)).toBe(true)
        expect(citeAsText(citable).split('\n').length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('as BibTeX', () => {
  test('an example', () => {
    expect(citeAsBibtex(lincoln)).toBe(`@misc{plenary-dghepj4z,
  author = {Lincoln, Joshua},
  title = {{The institutions face crises that nobody foresaw in 1945.}},
  howpublished = {[Renewal of international institutions], Astana Think Tank Forum 2025, Astana, Kazakhstan},
  year = {2025},
  month = oct,
  note = {Paraphrase. Source: “A headline”, Paragraph P4.},
  publisher = {Plenary},
  language = {en},
  url = {https://archive.example.org/statements/dghepj4z},
}`)
  })
  test('keeps a name whole that would be taken apart', () => {
    const named = (sortName: string) => citeAsBibtex({ ...lincoln, authors: [sortName] })
    expect(named('Rhee Jong-kook')).toContain('author = {{Rhee Jong-kook}}')
    expect(named('Smith and Sons')).toContain('author = {{Smith and Sons}}')
  })
  test('braces balance and no sign of TeX stands bare, whatever the words', () => {
    fc.assert(
      fc.property(anyCitable, (citable) => {
        const entry = citeAsBibtex(citable)
        let depth = 0
        for (const sign of entry) {
          if (sign === '{') depth++
          if (sign === '}') depth--
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
        for (const line of entry.split('\n').slice(1, -1)) {
          expect(line).toMatch(/^ {2}[a-z]+ = (?:\{.*\}|[a-z]{3}),$/u)
          if (!line.startsWith('  url')) expect(line).not.toMatch(/(?<!\\)[$&#%_]|[\^~]/)
        }
      }),
    )
  })
})

describe('as RIS', () => {
  test('an example', () => {
    expect(citeAsRis(lincoln).split('\n')).toEqual([
      'TY  - ELEC',
      'ID  - plenary-dghepj4z',
      'AU  - Lincoln, Joshua',
      'TI  - The institutions face crises that nobody foresaw in 1945.',
      'T2  - [Renewal of international institutions], Astana Think Tank Forum 2025',
      'PY  - 2025',
      'DA  - 2025/10//',
      'CY  - Astana, Kazakhstan',
      'PB  - Plenary',
      'LA  - en',
      'AB  - The institutions face crises that nobody foresaw in 1945.',
      'N1  - Paraphrase. Source: “A headline”, Paragraph P4.',
      'UR  - https://archive.example.org/statements/dghepj4z',
      'ER  - ',
    ])
  })
  test('every line is a field, the last one ends the record, whatever the words', () => {
    fc.assert(
      fc.property(anyCitable, (citable) => {
        const lines = citeAsRis(citable).split(/[\r\n\u2028\u2029]/)
        for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /)
        expect(lines[0]).toBe('TY  - ELEC')
        expect(lines.filter((line) => line.startsWith('ER'))).toEqual(['ER  - '])
      }),
    )
  })
})

describe('as CSL-JSON', () => {
  test('an example', () => {
    expect(JSON.parse(citeAsCslJson(lincoln))).toEqual([
      {
        id: 'plenary-dghepj4z',
        type: 'speech',
        title: lincoln.title,
        author: [{ family: 'Lincoln', given: 'Joshua' }],
        issued: { 'date-parts': [[2025, 10]] },
        'event-title': 'Astana Think Tank Forum 2025',
        'event-place': 'Astana, Kazakhstan',
        'container-title': '[Renewal of international institutions]',
        genre: 'Paraphrase',
        abstract: lincoln.text,
        publisher: 'Plenary',
        language: 'en',
        note: 'Source: “A headline”, Paragraph P4.',
        URL: lincoln.url,
      },
    ])
  })
  test('holds nothing that is not known', () => {
    const [item] = JSON.parse(citeAsCslJson(unknown))
    expect(Object.keys(item)).not.toEqual(expect.arrayContaining(['author']))
    expect(item).not.toHaveProperty('issued')
    expect(item).not.toHaveProperty('event-place')
    expect(item).not.toHaveProperty('note')
  })
  test('is JSON with one item and as many authors as there are, whatever the words', () => {
    fc.assert(
      fc.property(anyCitable, (citable) => {
        const items = JSON.parse(citeAsCslJson(citable))
        expect(items).toHaveLength(1)
        expect(items[0].author?.length ?? 0).toBe(citable.authors.length)
        expect(items[0].URL).toBe(citable.url)
      }),
    )
  })
})

describe('a session and an edition', () => {
  const session: Citable = {
    ...{ ...unknown, kind: 'session', id: 'forums-f-2025-sessions-s', form: 'Панельная дискуссия', language: 'ru' },
    title: '«Әділетті Қазақстан» & 50% доверия',
    textAsCited: '«Әділетті Қазақстан» & 50% доверия',
    text: null,
    who: 'Касым-Жомарт Токаев, Joshua Lincoln',
    authors: ['Токаев, Касым-Жомарт', 'Lincoln, Joshua', 'Rhee Jong-kook'],
    edition: 'Форум мозговых центров 2025',
    date: { year: 2025, month: 10, day: 5 },
    dateInWords: '5 октября 2025 г.',
  }
  test('name everybody who took part, each whole, in Cyrillic as it is', () => {
    expect(citeAsText(session)).toBe(
      'Касым-Жомарт Токаев, Joshua Lincoln: «Әділетті Қазақстан» & 50% доверия [Панельная дискуссия]. Форум мозговых центров 2025, 5 октября 2025 г. Plenary, https://archive.example.org/statements/dghepj4z',
    )
    expect(citeAsBibtex(session)).toContain(
      '  author = {Токаев, Касым-Жомарт and Lincoln, Joshua and {Rhee Jong-kook}},\n  title = {{«Әділетті Қазақстан» \\& 50\\% доверия}},',
    )
    expect(citeAsRis(session).match(/^AU {2}- .*$/gm)).toEqual([
      'AU  - Токаев, Касым-Жомарт',
      'AU  - Lincoln, Joshua',
      'AU  - Rhee Jong-kook',
    ])
    expect(JSON.parse(citeAsCslJson(session))[0]).toMatchObject({
      type: 'speech',
      author: [
        { family: 'Токаев', given: 'Касым-Жомарт' },
        { family: 'Lincoln', given: 'Joshua' },
        { literal: 'Rhee Jong-kook' },
      ],
      issued: { 'date-parts': [[2025, 10, 5]] },
      'event-title': 'Форум мозговых центров 2025',
    })
    expect(citationMetadata(session)).toMatchObject({
      citation_author: ['Токаев, Касым-Жомарт', 'Lincoln, Joshua', 'Rhee Jong-kook'],
      citation_publication_date: '2025/10/05',
      citation_conference_title: 'Форум мозговых центров 2025',
    })
  })
  test('an edition is an event of its own, without an author', () => {
    const edition: Citable = { ...session, kind: 'edition', who: null, authors: [], edition: null }
    expect(JSON.parse(citeAsCslJson(edition))[0]).toMatchObject({ type: 'event' })
    expect(citeAsBibtex(edition)).not.toMatch(/author|howpublished/)
    expect(citationMetadata(edition)).not.toHaveProperty('citation_author')
  })
})
