import type { Person, WithContext } from 'schema-dts'
import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import { inLocale } from '@/lib/routes'
import type { Speaker } from './queries'

const registries: Record<string, string> = {
  wikidata: 'https://www.wikidata.org/entity/',
  orcid: 'https://orcid.org/',
  viaf: 'https://viaf.org/viaf/',
  isni: 'https://isni.org/isni/',
  ror: 'https://ror.org/',
}

/** The address of an identifier in its registry. */
export const identifierUrl = ({ scheme, value }: { scheme: string; value: string }) => `${registries[scheme]}${value}`

/** schema.org Person. No nationality: the archive holds none. */
export function personJsonLd(speaker: Speaker, { locale }: I18n): WithContext<Person> {
  const latest = speaker.positions[0]?.appearance
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    '@id': absolute(speaker.path),
    url: absolute(inLocale(locale, speaker.path)),
    name: speaker.name.value,
    alternateName: speaker.otherNames.map(({ name }) => name),
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
  }
}
