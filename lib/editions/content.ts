import 'server-only'
import { db } from '@/lib/db'
import { attachmentsOf, attachmentsSelect } from '@/lib/media/attachment-rows'
import { titlesOf } from '@/lib/revisions/content'
import type { ContentOf } from '@/lib/revisions/noun-content'
import { dayText, textsOf } from '@/lib/revisions/standing'
import { citationsOf, citationsSelect } from '@/lib/sources/citation-rows'
import { type EditionContent, editionSchema } from './schema'

const place = { orderBy: { position: 'asc' }, select: { id: true, texts: true } } as const

export const editionContent: ContentOf<EditionContent> = {
  schema: editionSchema,
  parent: ({ forum }) => (forum ? { noun: 'forum', id: forum } : null),
  references: ({ organisations, citations }) => [
    ...organisations.flatMap(({ organisation }) =>
      organisation ? [{ noun: 'organisation', id: organisation } as const] : [],
    ),
    ...citations.flatMap(({ source }) => (source ? [{ noun: 'source', id: source } as const] : [])),
  ],
  // Without a title of its own it goes by its forum and year, as on its page.
  titles: ({ texts, year, number }, forum) => {
    const byForum = Object.entries(forum).map(([language, name]) => [
      language,
      `${name} ${year ?? number ?? ''}`.trim(),
    ])
    return { ...Object.fromEntries(byForum), ...titlesOf(texts, 'title') }
  },
  otherNames: ({ year, number, texts }) => [
    ...[year, number].flatMap((each) => (each === null ? [] : [String(each)])),
    ...Object.values(titlesOf(texts, 'city')),
    ...Object.values(titlesOf(texts, 'theme')),
  ],
  async read(ids) {
    const rows = await db.edition.findMany({
      where: { id: { in: ids } },
      include: {
        texts: true,
        organisations: { orderBy: [{ position: 'asc' }, { organisationId: 'asc' }] },
        countries: { orderBy: { countryCode: 'asc' } },
        days: { orderBy: { number: 'asc' } },
        rooms: place,
        tracks: place,
        attachments: attachmentsSelect,
        citations: citationsSelect,
      },
    })
    return rows.map((row) => ({
      id: row.id,
      content: {
        forum: row.forumId,
        slug: row.slug,
        number: row.number,
        year: row.year,
        startsOn: dayText(row.startsOn),
        endsOn: dayText(row.endsOn),
        datePrecision: row.datePrecision,
        timeZone: row.timeZone,
        country: row.countryCode,
        countryCount: row.countryCount,
        website: row.website,
        texts: textsOf(row.texts, 'title', 'theme', 'summary', 'description', 'city', 'venue', 'dateNote'),
        organisations: row.organisations.map(({ organisationId, role }) => ({ organisation: organisationId, role })),
        countries: row.countries.map(({ countryCode }) => countryCode),
        days: row.days.map(({ id, number, date }) => ({ id, number, date: dayText(date) })),
        rooms: row.rooms.map(({ id, texts }) => ({ id, texts: textsOf(texts, 'name') })),
        tracks: row.tracks.map(({ id, texts }) => ({ id, texts: textsOf(texts, 'name') })),
        attachments: attachmentsOf(row.attachments),
        citations: citationsOf(row.citations),
      },
    }))
  },
}
