import type { DefinedTerm, WithContext } from 'schema-dts'
import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import { inLocale, routes } from '@/lib/routes'
import type { Topic } from './queries'

/** schema.org DefinedTerm, of the set of all topics of the archive. */
export function topicJsonLd(topic: Topic, { locale, t }: I18n): WithContext<DefinedTerm> {
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTerm',
    '@id': absolute(topic.path),
    url: absolute(inLocale(locale, topic.path)),
    name: topic.name.value,
    termCode: topic.slug,
    ...(topic.definition ? { description: topic.definition.value } : {}),
    ...(topic.synonyms.length > 0 ? { alternateName: topic.synonyms.map(({ label }) => label) } : {}),
    inDefinedTermSet: {
      '@type': 'DefinedTermSet',
      '@id': absolute(routes.topics()),
      name: t('words.topics'),
    },
  }
}
