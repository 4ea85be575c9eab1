import { type EditionName, editionNameSelect, toEditionName } from '@/lib/editions/name'
import { mustSay, type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { type AppearanceCard, appearanceSelect, toAppearanceCard } from '@/lib/people/card'
import {
  publishedAppearance,
  publishedEdition,
  publishedForum,
  publishedOrganisation,
  publishedPerson,
  publishedSession,
  publishedStatement,
  publishedTopic,
} from '@/lib/published'
import { type Path, routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'

/** The nouns that a source can support, in the order in which its page shows them. */
export const claimNouns = [
  'edition',
  'session',
  'appearance',
  'statement',
  'organisation',
  'topic',
  'forum',
  'person',
] as const
export type ClaimNoun = (typeof claimNouns)[number]

/** Of the citations of a source, those whose record is public. */
export const onPublishedRecord = {
  OR: [
    { edition: publishedEdition },
    { session: publishedSession },
    { appearance: publishedAppearance },
    { statement: publishedStatement },
    { organisation: publishedOrganisation },
    { topic: publishedTopic },
    { forum: publishedForum },
    { person: publishedPerson },
  ],
} satisfies Prisma.CitationWhereInput

/** By noun in the order of `claimNouns`: of the columns exactly one is filled, and the empty ones sort last. */
export const claimOrder = [
  ...claimNouns.map((noun) => ({ [`${noun}Id`]: { sort: 'asc', nulls: 'last' } })),
  { position: 'asc' },
  { id: 'asc' },
] as Prisma.CitationOrderByWithRelationInput[]

export const claimSelect = (i18n: I18n) => {
  const where = textsFor(i18n.locale)
  const named = { slug: true, texts: { where, select: { ...textMeta, name: true } } } as const
  const session = {
    slug: true,
    isTitleSupplied: true,
    texts: { where, select: { ...textMeta, title: true } },
    edition: { select: editionNameSelect(i18n) },
  } as const
  return {
    id: true,
    locator: true,
    claim: true,
    texts: { where, select: { ...textMeta, note: true } },
    edition: { select: editionNameSelect(i18n) },
    session: { select: session },
    appearance: { select: { ...appearanceSelect(i18n), session: { select: session } } },
    statement: { select: { publicId: true, texts: { where, select: { ...textMeta, text: true } } } },
    organisation: { select: named },
    topic: { select: named },
    forum: { select: named },
    person: { select: named },
  } satisfies Prisma.CitationSelect
}

type Row = Prisma.CitationGetPayload<{ select: ReturnType<typeof claimSelect> }>

/** One claim that a source supports: about what, where in the source, and which value of the record. */
export type Claim = {
  id: string
  noun: ClaimNoun
  name: Said
  path: Path
  locator: string | null
  /** The value it supports, such as "dates"; null for the whole record. */
  claim: string | null
  note: Said | null
  isTitleSupplied: boolean
  /** Of a session or an appearance. */
  edition: EditionName | null
  /** Of an appearance: in what capacity. */
  appearance: AppearanceCard | null
}

/** Null for a citation of nothing, which the database does not allow. */
export function toClaim(row: Row, i18n: I18n): Claim | null {
  const about = recordOf(row, i18n)
  if (!about) return null
  const { id, locator, claim, texts } = row
  return {
    ...{ id, locator, claim },
    note: say(texts, 'note', i18n.locale),
    isTitleSupplied: false,
    edition: null,
    appearance: null,
    ...about,
  }
}

type About = Pick<Claim, 'noun' | 'name' | 'path'> & Partial<Claim>

function recordOf(row: Row, i18n: I18n): About | null {
  const { edition, session, appearance, statement, organisation, topic, forum, person } = row
  const { locale } = i18n
  if (edition) {
    const { name, path } = toEditionName(edition, i18n)
    return { noun: 'edition', name, path }
  }
  if (session) {
    return {
      noun: 'session',
      name: mustSay(session.texts, 'title', locale),
      path: routes.session(session.edition.forum.slug, session.edition.slug, session.slug),
      isTitleSupplied: session.isTitleSupplied,
      edition: toEditionName(session.edition, i18n),
    }
  }
  if (appearance) {
    const card = toAppearanceCard(appearance, i18n)
    return {
      noun: 'appearance',
      name: card.person.name,
      path: card.person.path,
      appearance: card,
      edition: toEditionName(appearance.session.edition, i18n),
    }
  }
  if (statement) {
    const name = mustSay(statement.texts, 'text', locale)
    return { noun: 'statement', name, path: routes.statement(statement.publicId) }
  }
  if (organisation) {
    const name = mustSay(organisation.texts, 'name', locale)
    return { noun: 'organisation', name, path: routes.organisation(organisation.slug) }
  }
  if (topic) return { noun: 'topic', name: mustSay(topic.texts, 'name', locale), path: routes.topic(topic.slug) }
  if (forum) return { noun: 'forum', name: mustSay(forum.texts, 'name', locale), path: routes.forum(forum.slug) }
  return person && { noun: 'person', name: mustSay(person.texts, 'name', locale), path: routes.speaker(person.slug) }
}
