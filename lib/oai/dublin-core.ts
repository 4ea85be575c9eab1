import 'server-only'
import { countryName } from '@/lib/countries'
import { db } from '@/lib/db'
import { editionNameSelect, toEditionName } from '@/lib/editions/name'
import { escapeXml } from '@/lib/escape-xml'
import { i18n } from '@/lib/i18n/translator'
import { absolute, leadOf } from '@/lib/metadata'
import { publishedCitation, publishedOrganisation, publishedPerson, publishedTopic } from '@/lib/published'
import { routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'
import type { Harvested } from './arguments'

type Name =
  | 'title'
  | 'creator'
  | 'subject'
  | 'description'
  | 'publisher'
  | 'contributor'
  | 'date'
  | 'type'
  | 'identifier'
  | 'source'
  | 'language'
  | 'relation'
  | 'coverage'
  | 'rights'
/** An element, with its language where it is a text. */
type Element = [name: Name, value: string | null | undefined, language?: string]

const RIGHTS = 'https://creativecommons.org/licenses/by/4.0/'
const english = i18n('en')

/** Public records as Dublin Core, by their ids: texts in every language that they are in. A fixed number of queries. */
export async function readDublinCore(ids: Record<Harvested, string[]>): Promise<Map<string, string>> {
  const [editions, sessions, statements] = await Promise.all([
    ids.edition.length ? db.edition.findMany({ where: { id: { in: ids.edition } }, select: editionSelect }) : [],
    ids.session.length ? db.session.findMany({ where: { id: { in: ids.session } }, select: sessionSelect }) : [],
    ids.statement.length
      ? db.statement.findMany({ where: { id: { in: ids.statement } }, select: statementSelect })
      : [],
  ])
  return new Map([
    ...editions.map((row) => [row.id, asXml(ofEdition(row))] as const),
    ...sessions.map((row) => [row.id, asXml(ofSession(row))] as const),
    ...statements.map((row) => [row.id, asXml(ofStatement(row))] as const),
  ])
}

const asXml = (elements: Element[]) =>
  `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">${elements
    .flatMap(([name, value, language]) =>
      value
        ? [`<dc:${name}${language ? ` xml:lang="${escapeXml(language)}"` : ''}>${escapeXml(value)}</dc:${name}>`]
        : [],
    )
    .join('')}</oai_dc:dc>`

const inOrder = { orderBy: { language: 'asc' } } as const
const names = { ...inOrder, select: { language: true, name: true } } as const
const named = { select: { texts: names } } as const
const name = editionNameSelect(english)
const place = {
  ...{ ...name, countryCode: true, startsOn: true, endsOn: true, datePrecision: true },
  texts: {
    ...inOrder,
    select: { language: true, status: true, translator: true, title: true, city: true, summary: true, theme: true },
  },
} satisfies Prisma.EditionSelect
const citations = {
  where: publishedCitation,
  orderBy: [{ position: 'asc' }, { id: 'asc' }],
  take: 50,
  select: { source: { select: { publicId: true, url: true } } },
} satisfies Prisma.Session$citationsArgs
const topics = {
  where: { topic: publishedTopic },
  orderBy: { position: 'asc' },
  select: { topic: named },
} satisfies Prisma.Session$topicsArgs

const editionSelect = {
  ...{ ...place, id: true },
  organisations: {
    where: { organisation: publishedOrganisation },
    orderBy: [{ position: 'asc' }, { organisationId: 'asc' }],
    select: { role: true, organisation: named },
  },
  citations,
} satisfies Prisma.EditionSelect

const sessionSelect = {
  ...{ id: true, slug: true, language: true, startsAt: true, edition: { select: place }, topics, citations },
  texts: { ...inOrder, select: { language: true, title: true, abstract: true } },
  appearances: {
    where: { person: publishedPerson },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { role: true, person: named },
  },
} satisfies Prisma.SessionSelect

const statementSelect = {
  ...{ id: true, publicId: true, edition: { select: place }, topics, citations },
  texts: { ...inOrder, select: { language: true, status: true, text: true } },
  session: { select: { slug: true, startsAt: true } },
  appearance: { select: { person: named } },
} satisfies Prisma.StatementSelect

type EditionRow = Prisma.EditionGetPayload<{ select: typeof editionSelect }>
type PlaceRow = Prisma.EditionGetPayload<{ select: typeof place }>
type SessionRow = Prisma.SessionGetPayload<{ select: typeof sessionSelect }>
type StatementRow = Prisma.StatementGetPayload<{ select: typeof statementSelect }>

/** A name once in each way it is written. */
const said = (element: Name, texts: readonly { language: string; name: string }[]): Element[] =>
  texts
    .filter((one, at) => texts.findIndex((each) => each.name === one.name) === at)
    .map(({ language, name }) => [element, name, language])

const sources = (rows: readonly { source: { publicId: string; url: string | null } }[]): Element[] =>
  [...new Set(rows.map(({ source }) => source.url ?? absolute(routes.source(source.publicId))))].map((url) => [
    'source',
    url,
  ])

const subjects = (rows: readonly { topic: { texts: { language: string; name: string }[] } }[]) =>
  rows.flatMap(({ topic }) => said('subject', topic.texts))

/** As exactly as it is known: `2025-10-15`, `2025-10` or `2025`. */
function dayOf({ startsOn, datePrecision, year }: PlaceRow): string | null {
  const length = { day: 10, month: 7, year: 4, unknown: 0 }[datePrecision]
  return startsOn && length ? startsOn.toISOString().slice(0, length) : year ? String(year) : null
}

const coverage = ({ texts, countryCode }: PlaceRow): Element[] => [
  ...texts.map(({ city, language }): Element => ['coverage', city, language]),
  ['coverage', countryCode && countryName(countryCode, english), 'en'],
]

function ofEdition(row: EditionRow): Element[] {
  const called = toEditionName(row, english)
  const titles = row.texts.filter(({ title }) => title)
  return [
    ...(titles.length
      ? titles.map(({ title, language }): Element => ['title', title, language])
      : [['title', called.name.value, called.name.language] satisfies Element]),
    ...row.texts.map(({ theme, language }): Element => ['description', theme, language]),
    ...row.texts.map(({ summary, language }): Element => ['description', summary, language]),
    ...row.organisations.flatMap(({ role, organisation }) =>
      said(role === 'partner' || role === 'sponsor' ? 'contributor' : 'publisher', organisation.texts),
    ),
    ['date', dayOf(row)],
    ['type', 'Event'],
    ['identifier', absolute(called.path)],
    ['relation', absolute(called.forum.path)],
    ...coverage(row),
    ...sources(row.citations),
    ['rights', RIGHTS],
  ]
}

function ofSession(row: SessionRow): Element[] {
  const { path } = toEditionName(row.edition, english)
  return [
    ...row.texts.map(({ title, language }): Element => ['title', title, language]),
    ...row.appearances.flatMap(({ role, person }) =>
      said(role === 'moderator' || role === 'chair' ? 'contributor' : 'creator', person.texts),
    ),
    ...subjects(row.topics),
    ...row.texts.map(({ abstract, language }): Element => ['description', abstract, language]),
    ['date', row.startsAt?.toISOString().slice(0, 10) ?? dayOf(row.edition)],
    ['type', 'Event'],
    ['identifier', absolute(routes.session(row.edition.forum.slug, row.edition.slug, row.slug))],
    ['language', row.language],
    ['relation', absolute(path)],
    ...coverage(row.edition),
    ...sources(row.citations),
    ['rights', RIGHTS],
  ]
}

function ofStatement(row: StatementRow): Element[] {
  const { edition, session } = row
  return [
    ...row.texts.map(({ text, language }): Element => ['title', leadOf(text, 160), language]),
    ...(row.appearance ? said('creator', row.appearance.person.texts) : []),
    ...subjects(row.topics),
    ...row.texts.map(({ text, language }): Element => ['description', text, language]),
    ['date', session?.startsAt?.toISOString().slice(0, 10) ?? dayOf(edition)],
    ['type', 'Text'],
    ['identifier', absolute(routes.statement(row.publicId))],
    ['language', row.texts.find(({ status }) => status === 'original')?.language],
    [
      'relation',
      absolute(
        session
          ? routes.session(edition.forum.slug, edition.slug, session.slug)
          : routes.edition(edition.forum.slug, edition.slug),
      ),
    ],
    ...sources(row.citations),
    ['rights', RIGHTS],
  ]
}
