import { z } from 'zod'
import { editionNameSelect, toEditionName } from '@/lib/editions/name'
import { mustSay, say } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { documentsOf, toDocument } from '@/lib/media/documents'
import { absolute } from '@/lib/metadata'
import { publishedCitation, publishedTopic } from '@/lib/published'
import { routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'
import { AppearanceRole } from '@/prisma/client/enums'
import { country, link, text, textsWith, toLink } from './parts'

const MOST = 200

export const citation = z
  .object({
    source: link,
    locator: z.string().nullable().meta({ description: 'Paragraph, page or timecode' }),
    claim: z.string().nullable().meta({ description: 'The value it supports; null for the whole record' }),
    note: text.nullable(),
  })
  .meta({ id: 'Citation' })

export const citationsSelect = (context: I18n) =>
  ({
    where: publishedCitation,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      ...{ locator: true, claim: true },
      texts: textsWith(context, 'note'),
      source: { select: { id: true, publicId: true, texts: textsWith(context, 'title') } },
    },
  }) satisfies Prisma.Forum$citationsArgs

type CitationRow = Prisma.CitationGetPayload<{ select: ReturnType<typeof citationsSelect>['select'] }>

export const toCitations = (rows: CitationRow[], context: I18n) =>
  rows.map(({ source, locator, claim, texts }) => ({
    source: toLink(
      'sources',
      source.id,
      mustSay(source.texts, 'title', context.locale),
      routes.source(source.publicId),
      context,
    ),
    ...{ locator, claim, note: say(texts, 'note', context.locale) },
  }))

const named = (context: I18n) => ({ select: { id: true, slug: true, state: true, texts: textsWith(context, 'name') } })
type NamedRow = { id: string; slug: string; state: string; texts: Parameters<typeof mustSay<Texts, 'name'>>[0] }
type Texts = Prisma.TopicTextGetPayload<{ select: ReturnType<typeof textsWith<'name'>>['select'] }>

export const organisationSelect = named
export const personSelect = named
export const topicSelect = named

export const toOrganisation = (row: NamedRow | null, context: I18n) =>
  row?.state === 'published'
    ? toLink(
        'organisations',
        row.id,
        mustSay(row.texts, 'name', context.locale),
        routes.organisation(row.slug),
        context,
      )
    : null
export const toPerson = (row: NamedRow, context: I18n) =>
  toLink('people', row.id, mustSay(row.texts, 'name', context.locale), routes.speaker(row.slug), context)
export const toTopic = (row: NamedRow, context: I18n) =>
  toLink('topics', row.id, mustSay(row.texts, 'name', context.locale), routes.topic(row.slug), context)
export const toForum = (row: NamedRow, context: I18n) =>
  toLink('forums', row.id, mustSay(row.texts, 'name', context.locale), routes.forum(row.slug), context)
export const forumSelect = named

export const editionSelect = (context: I18n) => ({ select: { id: true, ...editionNameSelect(context) } })
type EditionRow = Prisma.EditionGetPayload<ReturnType<typeof editionSelect>>

export function toEdition(row: EditionRow, context: I18n) {
  const { name, path } = toEditionName(row, context)
  return toLink('editions', row.id, name, path, context)
}

export const topicsSelect = (context: I18n) =>
  ({
    where: { topic: publishedTopic },
    orderBy: { position: 'asc' },
    take: MOST,
    select: { topic: named(context) },
  }) satisfies Prisma.Session$topicsArgs

export const appearance = z
  .object({
    id: z.uuid(),
    person: link,
    role: z.enum(AppearanceRole),
    positionHeld: text.nullable().meta({ description: 'The position held on that day' }),
    organisation: link.nullable(),
    country: country.meta({ description: 'The country represented' }),
    nameAsPrinted: z.string().nullable(),
  })
  .meta({ id: 'Appearance', description: 'A person in a session, in the capacity of that day' })

export const appearanceSelect = (context: I18n) =>
  ({
    ...{ id: true, role: true, countryCode: true, nameAsPrinted: true },
    texts: textsWith(context, 'positionHeld'),
    organisation: named(context),
    person: named(context),
  }) satisfies Prisma.AppearanceSelect

type AppearanceRow = Prisma.AppearanceGetPayload<{ select: ReturnType<typeof appearanceSelect> }>

export const toAppearance = (row: AppearanceRow, context: I18n) => ({
  id: row.id,
  person: toPerson(row.person, context),
  role: row.role,
  positionHeld: say(row.texts, 'positionHeld', context.locale),
  organisation: toOrganisation(row.organisation, context),
  country: row.countryCode,
  nameAsPrinted: row.nameAsPrinted,
})

export const document = z
  .object({
    url: z.url(),
    title: text.nullable(),
    fileName: z.string(),
    mediaType: z.string(),
    byteSize: z.number().int(),
    credit: z.string().nullable(),
    licence: z.string().nullable(),
  })
  .meta({ id: 'Document', description: 'A file that belongs to the record, such as slides' })

export const documentsSelect = ({ locale }: I18n) => documentsOf(locale)

export const toDocuments = (rows: Parameters<typeof toDocument>[0][], { locale }: I18n) =>
  rows.map((row) => {
    const { path, ...rest } = toDocument(row, locale)
    return { url: absolute(path), ...rest }
  })
