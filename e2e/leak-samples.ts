import type { Noun } from '../lib/revisions/nouns.ts'

/** Stands for a word of its own wherever a field takes text; the others for what has a form. */
const TEXT = 'TEXT'
const SLUG = 'SLUG'
const URL = 'URL'
const QID = 'QID'
const YEAR = 'YEAR'

const inThree = (text: object) => ({ en: text, kk: text, ru: text })
const citations = [
  { source: '$source', locator: TEXT, claim: TEXT, texts: { en: { note: TEXT } } },
  { source: '$source', locator: TEXT, claim: TEXT, texts: { ru: { note: TEXT } } },
]

/** A stored document, which no public record has before the samples are published. */
export const DOCUMENT = '019ab000-0000-7000-8000-0000000000dc'
const links = [{ url: URL, title: TEXT }]
const attachments = [{ media: DOCUMENT, texts: inThree({ title: TEXT }) }]

/** A content of each noun with every field filled; `$name` is a public record. */
export const samples: Record<Noun, object> = {
  forum: {
    ...{ slug: SLUG, website: URL, citations },
    texts: inThree({ name: TEXT, shortName: TEXT, description: TEXT }),
  },
  edition: {
    ...{ forum: '$forum', slug: SLUG, number: YEAR, year: YEAR, startsOn: '2040-05-01', endsOn: '2040-05-02' },
    ...{ datePrecision: 'day', timeZone: 'Asia/Almaty', country: 'KZ', countryCount: 7, website: URL, citations },
    attachments,
    texts: inThree({
      ...{ title: TEXT, theme: TEXT, summary: TEXT, description: TEXT },
      ...{ city: TEXT, venue: TEXT, dateNote: TEXT },
    }),
    organisations: [{ organisation: '$organisation', role: 'organiser' }],
    countries: ['KZ', 'UZ'],
    days: [{ number: 1, date: '2040-05-01' }],
    rooms: [{ texts: inThree({ name: TEXT }) }],
    tracks: [{ texts: inThree({ name: TEXT }) }],
  },
  session: {
    ...{ edition: '$edition', slug: SLUG, format: 'panel', isTitleSupplied: true, language: 'kk', position: 3 },
    ...{ startsAt: '2039-05-01T04:00:00Z', endsAt: '2039-05-01T05:00:00Z', isCancelled: true, topics: ['$topic'] },
    texts: inThree({ title: TEXT, abstract: TEXT, note: TEXT }),
    attachments,
    links,
    appearances: [
      {
        ...{ person: '$person', role: 'chair', organisation: '$organisation', country: 'KZ', nameAsPrinted: TEXT },
        ...{ texts: inThree({ positionHeld: TEXT }), citations },
      },
    ],
    citations,
  },
  person: {
    slug: SLUG,
    texts: inThree({ name: TEXT, sortName: TEXT, biography: TEXT }),
    names: [{ name: TEXT, language: 'en', kind: 'spelling' }],
    identifiers: [{ scheme: 'wikidata', value: QID }],
    links,
    citations,
  },
  organisation: {
    ...{ slug: SLUG, parent: '$organisation', kind: 'institute', country: 'KZ', website: URL, citations },
    texts: inThree({ name: TEXT, shortName: TEXT, description: TEXT }),
    names: [{ name: TEXT, language: 'en', kind: 'spelling' }],
    identifiers: [{ scheme: 'wikidata', value: QID }],
  },
  topic: {
    ...{ slug: SLUG, broader: ['$topic'], citations },
    texts: inThree({ name: TEXT, definition: TEXT }),
    synonyms: [{ language: 'en', label: TEXT }],
  },
  statement: {
    ...{ edition: '$edition', session: '$session', appearance: '$appearance', form: 'quotation', kind: 'proposal' },
    ...{ position: 2, checkedOn: '2039-06-01', topics: ['$topic'], citations },
    texts: inThree({ text: TEXT }),
  },
  source: {
    ...{ kind: 'report', url: URL, author: TEXT, publisher: TEXT, publishedOn: '2039-04-01' },
    ...{ publishedOnPrecision: 'day', language: 'en', readOn: '2039-06-01' },
    texts: inThree({ title: TEXT, note: TEXT }),
  },
}

/** What no sample fills: parts of other records, and files, which come by another way. */
export const unfilled = new Set(['day', 'room', 'track', 'portrait', 'keptCopy', 'translator', 'status', 'id'])

let numbers = 0

/** A sample with a word of its own in every text, each beginning with `stem`; its address too if `withSlug`. */
export function filled(sample: object, stem: string, slug = stem): object {
  const year = 1810 + numbers
  return JSON.parse(JSON.stringify(sample), (_, value) => {
    numbers += 1
    if (value === TEXT) return `${stem}${numbers}x`
    if (value === SLUG) return slug
    if (value === URL) return `https://${stem}${numbers}x.example/`
    if (value === QID) return `Q9${numbers}`
    if (value === YEAR) return 1810 + (year % 180)
    return value
  })
}
