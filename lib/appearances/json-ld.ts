import type { Person } from 'schema-dts'
import { absolute } from '@/lib/metadata'
import type { AppearanceCard } from '@/lib/people/card'

/** schema.org Person as they appeared in a session: with the position and organisation held on that day. */
export function speakerJsonLd({ person, positionHeld, organisation }: AppearanceCard): Person {
  return {
    '@type': 'Person',
    '@id': absolute(person.path),
    name: person.name.value,
    ...(positionHeld ? { jobTitle: positionHeld.value } : {}),
    ...(organisation
      ? {
          affiliation: {
            '@type': 'Organization',
            '@id': absolute(organisation.path),
            name: organisation.name.value,
          },
        }
      : {}),
  }
}
