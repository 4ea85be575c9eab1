import 'server-only'
import { cache } from 'react'
import { countryName } from '@/lib/countries'
import { db } from '@/lib/db'
import { newestEditionFirst } from '@/lib/editions/order'
import { editionNameSelect, toEditionName } from '@/lib/editions/name'
import type { Locale } from '@/lib/i18n/locales'
import { mustSay, type Said, textMeta, textsFor } from '@/lib/i18n/texts'
import { i18n } from '@/lib/i18n/translator'
import {
  publishedAppearance,
  publishedEdition,
  publishedOrganisation,
  publishedPerson,
  publishedTopic,
} from '@/lib/published'
import type { SpeakersQuery } from './list-query'

const MOST_EDITIONS = 300

export type Choice = { value: string; name: string }

/** The editions and countries by which the list of speakers can be narrowed. */
export const listSpeakerChoices = cache(async (locale: Locale): Promise<{ editions: Choice[]; countries: Choice[] }> => {
  const context = i18n(locale)
  const [editions, countries] = await Promise.all([
    db.edition.findMany({
      where: {
        ...publishedEdition,
        sessions: { some: { state: 'published', appearances: { some: { person: publishedPerson } } } },
      },
      orderBy: newestEditionFirst,
      take: MOST_EDITIONS,
      select: editionNameSelect(context),
    }),
    db.appearance.groupBy({ by: ['countryCode'], where: { ...publishedAppearance, countryCode: { not: null } } }),
  ])
  const { compare } = new Intl.Collator(context.intlLocale)
  return {
    editions: editions.map((edition) => ({
      value: `${edition.forum.slug}/${edition.slug}`,
      name: toEditionName(edition, context).name.value,
    })),
    countries: countries
      .flatMap(({ countryCode }) =>
        countryCode ? [{ value: countryCode.toLowerCase(), name: countryName(countryCode, context) }] : [],
      )
      .sort((a, b) => compare(a.name, b.name)),
  }
})

/** The organisation and topic that links from their pages narrow the list by, each by its name. */
export async function nameSpeakerFilters(
  { organisation, topic }: SpeakersQuery,
  locale: Locale,
): Promise<{ organisation: Said | null; topic: Said | null }> {
  const texts = { where: textsFor(locale), select: { ...textMeta, name: true } }
  const [organisationRow, topicRow] = await Promise.all([
    organisation
      ? db.organisation.findFirst({ where: { slug: organisation, ...publishedOrganisation }, select: { texts } })
      : null,
    topic ? db.topic.findFirst({ where: { slug: topic, ...publishedTopic }, select: { texts } }) : null,
  ])
  return {
    organisation: organisationRow && mustSay(organisationRow.texts, 'name', locale),
    topic: topicRow && mustSay(topicRow.texts, 'name', locale),
  }
}
