import 'server-only'
import { db } from './db'
import { editionNameSelect, toEditionName } from './editions/name'
import { mustSay, type Said, textMeta, textsFor } from './i18n/texts'
import type { I18n } from './i18n/translator'
import { publishedEdition, publishedPerson, publishedSession, publishedTopic } from './published'
import { topicCardSelect, toTopicCard } from './topics/card'

/** How many values a filter offers: those used most. A value that was chosen is offered in any case. */
export const MOST_CHOICES = 100

/** A value that a list can be narrowed to, as its address says it and as a reader sees it. */
export type Choice = { value: string; name: Said }

/** The record that a filter names, with the value of its current address. */
export type Chosen = { id: string; value: string }

type Slug = string | null

/** The edition that a filter names, by any slug it ever had. Null where it names none, or none that is public. */
export async function findChosenEdition(chosen: Slug): Promise<Chosen | null> {
  const [forum, edition] = chosen?.split('/') ?? []
  if (!forum || !edition) return null
  const found = await db.edition.findFirst({
    where: {
      AND: [publishedEdition, { slugs: { some: { slug: edition } }, forum: { slugs: { some: { slug: forum } } } }],
    },
    select: { id: true, slug: true, forum: { select: { slug: true } } },
  })
  return found && { id: found.id, value: editionValueOf(found) }
}

/** The topic that a filter names, as `findChosenEdition`. */
export async function findChosenTopic(chosen: Slug): Promise<Chosen | null> {
  if (!chosen) return null
  const found = await db.topic.findFirst({
    where: { ...publishedTopic, slugs: { some: { slug: chosen } } },
    select: { id: true, slug: true },
  })
  return found && { id: found.id, value: found.slug }
}

/** The speaker that a filter names, as `findChosenEdition`. */
export async function findChosenSpeaker(chosen: Slug): Promise<Chosen | null> {
  if (!chosen) return null
  const found = await db.person.findFirst({
    where: { ...publishedPerson, slugs: { some: { slug: chosen } } },
    select: { id: true, slug: true },
  })
  return found && { id: found.id, value: found.slug }
}

/** The session that a filter names, as `findChosenEdition`, with its title. */
export async function findChosenSession(chosen: Slug, i18n: I18n): Promise<(Chosen & Choice) | null> {
  const [forum, edition, session] = chosen?.split('/') ?? []
  if (!forum || !edition || !session) return null
  const found = await db.session.findFirst({
    where: {
      AND: [
        publishedSession,
        {
          slugs: { some: { slug: session } },
          edition: { slugs: { some: { slug: edition } }, forum: { slugs: { some: { slug: forum } } } },
        },
      ],
    },
    select: {
      id: true,
      slug: true,
      isTitleSupplied: true,
      texts: { where: textsFor(i18n.locale), select: { ...textMeta, title: true } },
      edition: { select: { slug: true, forum: { select: { slug: true } } } },
    },
  })
  if (!found) return null
  const value = `${editionValueOf(found.edition)}/${found.slug}`
  const title = mustSay(found.texts, 'title', i18n.locale)
  return { id: found.id, value, name: found.isTitleSupplied ? { ...title, value: `[${title.value}]` } : title }
}

const editionValueOf = (edition: { slug: string; forum: { slug: string } }) => `${edition.forum.slug}/${edition.slug}`

const idsOf = (used: readonly string[], chosen: Chosen | null) => [...used, ...(chosen ? [chosen.id] : [])]

/** Editions by name, the newest first. */
export async function editionChoices(used: readonly string[], chosen: Chosen | null, i18n: I18n): Promise<Choice[]> {
  const rows = await db.edition.findMany({
    where: { id: { in: idsOf(used, chosen) } },
    orderBy: [{ startsOn: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
    take: MOST_CHOICES + 1,
    select: editionNameSelect(i18n),
  })
  return rows.map((row) => ({ value: editionValueOf(row), name: toEditionName(row, i18n).name }))
}

/** Topics by name, in the order of the reader's alphabet. */
export async function topicChoices(used: readonly string[], chosen: Chosen | null, i18n: I18n): Promise<Choice[]> {
  const rows = await db.topic.findMany({
    where: { id: { in: idsOf(used, chosen) } },
    take: MOST_CHOICES + 1,
    select: topicCardSelect(i18n),
  })
  const choices = rows.map((row) => ({ value: row.slug, name: toTopicCard(row, i18n).name }))
  return inAlphabet(choices, ({ name }) => name.value, i18n)
}

/** Speakers by name, in the order of their family names. */
export async function speakerChoices(used: readonly string[], chosen: Chosen | null, i18n: I18n): Promise<Choice[]> {
  const rows = await db.person.findMany({
    where: { id: { in: idsOf(used, chosen) } },
    take: MOST_CHOICES + 1,
    select: {
      slug: true,
      texts: { where: textsFor(i18n.locale), select: { ...textMeta, name: true, sortName: true } },
    },
  })
  const choices = rows.map(({ slug, texts }) => ({
    value: slug,
    name: mustSay(texts, 'name', i18n.locale),
    sortName: mustSay(texts, 'sortName', i18n.locale).value,
  }))
  return inAlphabet(choices, ({ sortName }) => sortName, i18n)
}

function inAlphabet<T>(items: T[], key: (item: T) => string, { intlLocale }: I18n): T[] {
  const collator = new Intl.Collator(intlLocale)
  return items.sort((a, b) => collator.compare(key(a), key(b)))
}

/** What sessions and statements can be narrowed by. */
export type Choices = Record<'edition' | 'topic' | 'speaker', Choice[]>

/** The editions, topics and speakers used most (their ids), and those chosen, by which a list can be narrowed. */
export async function listChoices(
  used: Record<keyof Choices, string[]>,
  chosen: Record<keyof Choices, Chosen | null>,
  context: I18n,
): Promise<Choices> {
  const [edition, topic, speaker] = await Promise.all([
    editionChoices(used.edition, chosen.edition, context),
    topicChoices(used.topic, chosen.topic, context),
    speakerChoices(used.speaker, chosen.speaker, context),
  ])
  return { edition, topic, speaker }
}
