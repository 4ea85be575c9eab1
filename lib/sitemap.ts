import 'server-only'
import { db } from './db'
import {
  publishedAppearance,
  publishedEdition,
  publishedForum,
  publishedOrganisation,
  publishedSession,
  publishedSource,
  publishedSpeaker,
  publishedStatement,
  publishedTopic,
} from './published'
import { type Path, routes } from './routes'
import type { SitemapFile, SitemapPage } from './sitemap-xml'

/**
 * Records to a file. A page is listed in each of three languages, so that a file holds at most 3,000 addresses and
 * some 2 MB: it is made and kept in memory.
 */
export const RECORDS_IN_FILE = 1000

/** One kind of page: how many there are, when one last changed, and a part of them in a fixed order. */
type Kind = {
  measure(): Promise<{ count: number; changedAt: Date | null }>
  list(skip: number): Promise<SitemapPage[]>
}

type Window = { orderBy: { id: 'asc' }; take: number; skip: number }
type Measured = { _count: { _all: number }; _max: { updatedAt: Date | null } }

const measured = { _count: { _all: true }, _max: { updatedAt: true } } as const

/** A kind whose pages are records. */
function records<Row extends { updatedAt: Date }>(
  measure: () => PromiseLike<Measured>,
  list: (window: Window) => PromiseLike<Row[]>,
  path: (row: Row) => Path,
): Kind {
  return {
    async measure() {
      const { _count, _max } = await measure()
      return { count: _count._all, changedAt: _max.updatedAt }
    },
    async list(skip) {
      const rows = await list({ orderBy: { id: 'asc' }, take: RECORDS_IN_FILE, skip })
      return rows.map((row) => ({ path: path(row), changedAt: row.updatedAt }))
    },
  }
}

/** A kind that is short and has no records of its own. */
function paths(read: () => Promise<Path[]>): Kind {
  return {
    measure: async () => ({ count: (await read()).length, changedAt: null }),
    list: async (skip) => (await read()).slice(skip, skip + RECORDS_IN_FILE).map((path) => ({ path, changedAt: null })),
  }
}

const slug = { slug: true, updatedAt: true } as const
const slugOfEdition = { ...slug, forum: { select: { slug: true } } } as const
const slugOfSession = { ...slug, edition: { select: slugOfEdition } } as const
const publicId = { publicId: true, updatedAt: true } as const

/** An edition whose programme has published versions. */
const versioned = { ...publishedEdition, versions: { some: {} } }

/** An edition of which a session has a time; the timetable of any other says that there is none. */
const timetabled = {
  ...publishedEdition,
  sessions: { some: { ...publishedSession, startsAt: { not: null } } },
}

const kinds: Record<string, Kind> = {
  lists: paths(async () => [
    routes.home(),
    routes.forums(),
    routes.sessions(),
    routes.speakers(),
    routes.organisations(),
    routes.topics(),
    routes.statements(),
    routes.searchHelp(),
    routes.apiHelp(),
  ]),
  forums: records(
    () => db.forum.aggregate({ where: publishedForum, ...measured }),
    (window) => db.forum.findMany({ where: publishedForum, ...window, select: slug }),
    (row) => routes.forum(row.slug),
  ),
  editions: records(
    () => db.edition.aggregate({ where: publishedEdition, ...measured }),
    (window) => db.edition.findMany({ where: publishedEdition, ...window, select: slugOfEdition }),
    (row) => routes.edition(row.forum.slug, row.slug),
  ),
  timetables: records(
    () => db.edition.aggregate({ where: timetabled, ...measured }),
    (window) => db.edition.findMany({ where: timetabled, ...window, select: slugOfEdition }),
    (row) => routes.timetable(row.forum.slug, row.slug),
  ),
  changes: records(
    () => db.edition.aggregate({ where: versioned, ...measured }),
    (window) => db.edition.findMany({ where: versioned, ...window, select: slugOfEdition }),
    (row) => routes.publicChanges(row.forum.slug, row.slug),
  ),
  sessions: records(
    () => db.session.aggregate({ where: publishedSession, ...measured }),
    (window) => db.session.findMany({ where: publishedSession, ...window, select: slugOfSession }),
    ({ edition, ...row }) => routes.session(edition.forum.slug, edition.slug, row.slug),
  ),
  speakers: records(
    () => db.person.aggregate({ where: publishedSpeaker, ...measured }),
    (window) => db.person.findMany({ where: publishedSpeaker, ...window, select: slug }),
    (row) => routes.speaker(row.slug),
  ),
  organisations: records(
    () => db.organisation.aggregate({ where: publishedOrganisation, ...measured }),
    (window) => db.organisation.findMany({ where: publishedOrganisation, ...window, select: slug }),
    (row) => routes.organisation(row.slug),
  ),
  topics: records(
    () => db.topic.aggregate({ where: publishedTopic, ...measured }),
    (window) => db.topic.findMany({ where: publishedTopic, ...window, select: slug }),
    (row) => routes.topic(row.slug),
  ),
  countries: paths(async () => (await listCountryCodes()).map(routes.country)),
  statements: records(
    () => db.statement.aggregate({ where: publishedStatement, ...measured }),
    (window) => db.statement.findMany({ where: publishedStatement, ...window, select: publicId }),
    (row) => routes.statement(row.publicId),
  ),
  sources: records(
    () => db.source.aggregate({ where: publishedSource, ...measured }),
    (window) => db.source.findMany({ where: publishedSource, ...window, select: publicId }),
    (row) => routes.source(row.publicId),
  ),
}

/** The countries whose page has something on it. */
async function listCountryCodes(): Promise<string[]> {
  const known = { countryCode: { not: null } }
  const found = await Promise.all([
    db.appearance.groupBy({ by: ['countryCode'], where: { ...publishedAppearance, ...known } }),
    db.organisation.groupBy({ by: ['countryCode'], where: { ...publishedOrganisation, ...known } }),
    db.edition.groupBy({ by: ['countryCode'], where: { ...publishedEdition, ...known } }),
    db.editionCountry.groupBy({ by: ['countryCode'], where: { edition: publishedEdition } }),
  ])
  return [...new Set(found.flat().flatMap(({ countryCode }) => countryCode ?? []))].sort()
}

/** The files of the sitemap, each with the last change of its kind. Asks one thing after another: nobody waits for it. */
export async function listSitemapFiles(): Promise<SitemapFile[]> {
  const files: SitemapFile[] = []
  for (const [kind, { measure }] of Object.entries(kinds)) {
    const { count, changedAt } = await measure()
    for (let number = 1; (number - 1) * RECORDS_IN_FILE < count; number++) {
      files.push({ path: routes.sitemapFile(kind, number), changedAt })
    }
  }
  return files
}

/** The pages of one file, such as `speakers-2.xml`; null where there is no such file. */
export async function listSitemapPages(file: string): Promise<SitemapPage[] | null> {
  const [, name, number] = /^([a-z]+)-([1-9]\d{0,4})\.xml$/.exec(file) ?? []
  const kind = name && Object.hasOwn(kinds, name) ? kinds[name] : undefined
  const pages = await kind?.list((Number(number) - 1) * RECORDS_IN_FILE)
  return pages && pages.length > 0 ? pages : null
}
