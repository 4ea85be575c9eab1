import { z } from 'zod'
import { isCountry } from '@/lib/countries'
import { publishedOrganisation, publishedPerson, publishedSession, publishedTopic } from '@/lib/published'
import { languageTag } from '@/lib/revisions/content'
import type { Prisma } from '@/prisma/client/client'

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)
const key = z.union([z.uuid().toLowerCase(), slug], 'is an id or the last part of an address')

/** By what lists can be narrowed, each with what it means; a record that is named by an old address is found too. */
export const filterSchemas = {
  forum: key.meta({ description: 'Id or address part of a forum' }),
  edition: z
    .union(
      [z.uuid().toLowerCase(), z.string().regex(/^[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/)],
      'is an id, or forum/edition as in the address',
    )
    .meta({ description: 'Id of an edition, or `forum/edition` as in its address' }),
  session: z.uuid().toLowerCase().meta({ description: 'Id of a session' }),
  person: key.meta({ description: 'Id or address part of a person' }),
  organisation: key.meta({ description: 'Id or address part of an organisation' }),
  topic: key.meta({ description: 'Id or address part of a topic' }),
  country: z
    .string()
    .toUpperCase()
    .refine((code) => isCountry(code), 'is the code of a country, such as KZ')
    .meta({ description: 'ISO 3166-1 alpha-2' }),
  language: languageTag.meta({ description: 'BCP 47 tag' }),
  from: z.iso.date().meta({ description: 'Not before this day' }),
  to: z.iso.date().meta({ description: 'Not after this day' }),
  updatedSince: z.iso
    .datetime({ offset: true })
    .meta({ description: 'Changed since then; the list is then in the order of the changes' }),
} as const

export type FilterName = keyof typeof filterSchemas
export type Filters = { [N in FilterName]?: string | undefined }

const byKey = (value: string) =>
  value.includes('-') && z.uuid().safeParse(value).success ? { id: value } : { slugs: { some: { slug: value } } }

export const isForum = (value: string) => byKey(value) satisfies Prisma.ForumWhereInput
export const isPerson = (value: string) => ({ AND: [publishedPerson, byKey(value)] }) satisfies Prisma.PersonWhereInput
export const isOrganisation = (value: string) =>
  ({ AND: [publishedOrganisation, byKey(value)] }) satisfies Prisma.OrganisationWhereInput
export const isTopic = (value: string) => ({ AND: [publishedTopic, byKey(value)] }) satisfies Prisma.TopicWhereInput

export function isEdition(value: string): Prisma.EditionWhereInput {
  const [forum, edition] = value.split('/')
  return edition && forum
    ? { slugs: { some: { slug: edition } }, forum: { slugs: { some: { slug: forum } } } }
    : { id: value }
}

/** Appearances in public sessions that the filters allow. */
export const appearanceLike = ({
  edition,
  forum,
  person,
  topic,
  organisation,
  country,
}: Filters): Prisma.AppearanceWhereInput => ({
  AND: [
    { person: person ? isPerson(person) : publishedPerson, session: publishedSession },
    edition ? { session: { edition: isEdition(edition) } } : {},
    forum ? { session: { edition: { forum: isForum(forum) } } } : {},
    topic ? { session: { topics: { some: { topic: isTopic(topic) } } } } : {},
    organisation ? { organisation: isOrganisation(organisation) } : {},
    country ? { countryCode: country } : {},
  ],
})

export const startOf = (value: string) => new Date(`${value}T00:00:00Z`)
export const endOf = (value: string) => new Date(`${value}T23:59:59.999Z`)
