import 'server-only'
import { countryName } from '@/lib/countries'
import { db } from '@/lib/db'
import { editionNameSelect, toEditionName } from '@/lib/editions/name'
import { editionsLatestFirst } from '@/lib/editions/order'
import { type Choice, type Chosen, MOST_CHOICES, topicChoices } from '@/lib/filter-choices'
import type { I18n } from '@/lib/i18n/translator'
import { publishedAppearance, publishedEdition, publishedPerson, publishedSession } from '@/lib/published'

export type SpeakerChoices = Record<'edition' | 'country' | 'organisation' | 'topic', Choice[]>

/** What the list of speakers can be narrowed to; organisation and topic only as a link from their page chose them. */
export async function listSpeakerChoices(
  { organisation, topic }: { organisation: Choice | null; topic: Chosen | null },
  context: I18n,
): Promise<SpeakerChoices> {
  const [edition, country, topics] = await Promise.all([
    listEditionChoices(context),
    listCountryChoices(context),
    topic ? topicChoices([], topic, context) : [],
  ])
  return { edition, country, topic: topics, organisation: organisation ? [organisation] : [] }
}

async function listEditionChoices(context: I18n): Promise<Choice[]> {
  const editions = await db.edition.findMany({
    where: {
      ...publishedEdition,
      sessions: { some: { ...publishedSession, appearances: { some: { person: publishedPerson } } } },
    },
    orderBy: editionsLatestFirst,
    take: MOST_CHOICES,
    select: editionNameSelect(context),
  })
  return editions.map((edition) => ({
    value: `${edition.forum.slug}/${edition.slug}`,
    name: toEditionName(edition, context).name,
  }))
}

async function listCountryChoices(context: I18n): Promise<Choice[]> {
  const countries = await db.appearance.groupBy({
    by: ['countryCode'],
    where: { ...publishedAppearance, countryCode: { not: null } },
  })
  const { compare } = new Intl.Collator(context.intlLocale)
  return countries
    .flatMap(({ countryCode: code }) => (code ? [{ code, name: countryName(code, context) }] : []))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ code, name }) => ({
      value: code.toLowerCase(),
      name: { value: name, language: context.locale, status: 'original', translator: null },
    }))
}
