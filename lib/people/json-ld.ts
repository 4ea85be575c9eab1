import type { Person, WithContext } from 'schema-dts'
import type { I18n } from '@/lib/i18n/translator'
import { identifierUrl } from '@/lib/identifiers'
import { absolute } from '@/lib/metadata'
import { linksJsonLd } from '@/lib/revisions/links-json-ld'
import { inLocale } from '@/lib/routes'
import type { Speaker } from './queries'

/** schema.org Person. No nationality: the archive holds none. */
export function personJsonLd(speaker: Speaker, { locale }: I18n): WithContext<Person> {
  const latest = speaker.capacities[0]
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    '@id': absolute(speaker.path),
    url: absolute(inLocale(locale, speaker.path)),
    name: speaker.name.value,
    ...(speaker.portrait ? { image: absolute(speaker.portrait.whole) } : {}),
    ...(speaker.otherNames.length > 0 ? { alternateName: speaker.otherNames.map(({ name }) => name) } : {}),
    ...(latest?.positionHeld ? { jobTitle: latest.positionHeld.value } : {}),
    ...(latest?.organisation
      ? {
          affiliation: {
            '@type': 'Organization',
            '@id': absolute(latest.organisation.path),
            name: latest.organisation.name.value,
          },
        }
      : {}),
    ...(speaker.identifiers.length > 0 ? { sameAs: speaker.identifiers.map(identifierUrl) } : {}),
    ...linksJsonLd(speaker.links),
  }
}
