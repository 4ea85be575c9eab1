import 'server-only'
import { cache } from 'react'
import { countryName } from '@/lib/countries'
import { db } from '@/lib/db'
import { editionNameSelect, toEditionName } from '@/lib/editions/name'
import { editionsLatestFirst } from '@/lib/editions/order'
import { type Choice, MOST_CHOICES } from '@/lib/filter-choices'
import type { Locale } from '@/lib/i18n/locales'
import { mustSay, type Said, textMeta, textsFor } from '@/lib/i18n/texts'
import { i18n } from '@/lib/i18n/translator'
import {
  publishedAppearance,
  publishedEdition,
  publishedOrganisation,
  publishedPerson,
  publishedSession,
  publishedTopic,
} from '@/lib/published'
import type { SpeakerFilters } from './filters'

/** The editions and countries to which the list of speakers can be narrowed. */
export const listSpeakerChoices = cache(async (locale: Locale): Promise<Record<'edition' | 'country', Choice[]>> => {
  const context = i18n(locale)
  const [editions, countries] = await Promise.all([
    db.edition.findMany({
      where: {
        ...publishedEdition,
        sessions: { some: { ...publishedSession, appearances: { some: { person: publishedPerson } } } },
      },
      orderBy: editionsLatestFirst,
      take: MOST_CHOICES,
      select: editionNameSelect(context),
    }),
    db.appearance.groupBy({ by: ['countryCode'], where: { ...publishedAppearance, countryCode: { not: null } } }),
  ])
  const { compare } = new Intl.Collator(context.intlLocale)
  return {
    edition: editions.map((edition) => ({
      value: `${edition.forum.slug}/${edition.slug}`,
      name: toEditionName(edition, context).name,
    })),
    country: countries
      .flatMap(({ countryCode: code }) =>
        code ? [{ value: code.toLowerCase(), name: countrySaid(code, context) }] : [],
      )
      .sort((a, b) => compare(a.name.value, b.name.value)),
  }
})

/** A country's name is always in the reader's language. */
const countrySaid = (code: string, context: ReturnType<typeof i18n>): Said => ({
  value: countryName(code, context),
  language: context.locale,
  status: 'original',
  translator: null,
})

/** The names of the organisation and topic to which a link from their page narrowed the list. */
export const nameSpeakerFilters = cache(
  async ({ organisation, topic }: SpeakerFilters, locale: Locale): Promise<Said[]> => {
    const texts = { where: textsFor(locale), select: { ...textMeta, name: true } }
    const found = await Promise.all([
      organisation
        ? db.organisation.findFirst({ where: { slug: organisation, ...publishedOrganisation }, select: { texts } })
        : null,
      topic ? db.topic.findFirst({ where: { slug: topic, ...publishedTopic }, select: { texts } }) : null,
    ])
    return found.flatMap((record) => (record ? [mustSay(record.texts, 'name', locale)] : []))
  },
)
