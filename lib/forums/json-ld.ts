import type { EventSeries, WithContext } from 'schema-dts'
import type { I18n } from '@/lib/i18n/translator'
import { plainText } from '@/lib/markdown'
import { absolute } from '@/lib/metadata'
import { inLocale } from '@/lib/routes'
import type { Forum } from './queries'

/** schema.org EventSeries with the editions that the page shows. */
export function forumJsonLd(forum: Forum, { locale }: I18n): WithContext<EventSeries> {
  return {
    '@context': 'https://schema.org',
    '@type': 'EventSeries',
    '@id': absolute(forum.path),
    url: absolute(inLocale(locale, forum.path)),
    name: forum.name.value,
    ...(forum.shortName ? { alternateName: forum.shortName.value } : {}),
    ...(forum.description ? { description: plainText(forum.description.value) } : {}),
    ...(forum.website ? { sameAs: forum.website } : {}),
    subEvent: forum.editions.items.map(({ name }) => ({
      '@type': 'Event',
      '@id': absolute(name.path),
      name: name.name.value,
    })),
  }
}
