import type { Quotation, WithContext } from 'schema-dts'
import { speakerJsonLd } from '@/lib/appearances/json-ld'
import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import { inLocale } from '@/lib/routes'
import type { Statement } from './queries'

/**
 * schema.org Quotation. `genre` says whether the words are the speaker's own or a paraphrase; `recordedAt` is the
 * property that leads from a work to an event.
 */
export function statementJsonLd(statement: Statement, { locale, t }: I18n): WithContext<Quotation> {
  const { speaker, session, edition } = statement
  const superEvent = { '@type': 'Event', '@id': absolute(edition.path), name: edition.name.value } as const
  return {
    '@context': 'https://schema.org',
    '@type': 'Quotation',
    '@id': absolute(statement.path),
    url: absolute(inLocale(locale, statement.path)),
    identifier: statement.publicId,
    text: statement.text.value,
    inLanguage: statement.text.language,
    genre: t(`words.form.${statement.form}`),
    ...(speaker ? { creator: speakerJsonLd(speaker) } : {}),
    recordedAt: session
      ? { '@type': 'Event', '@id': absolute(session.path), name: session.title.value, superEvent }
      : superEvent,
    about: statement.topics.map((topic) => ({
      '@type': 'Thing',
      '@id': absolute(topic.path),
      name: topic.name.value,
    })),
    citation: statement.citations.map(({ source, locator }) => ({
      '@type': 'CreativeWork',
      '@id': absolute(source.path),
      name: source.originalTitle.value,
      ...(source.url ? { url: source.url } : {}),
      ...(locator ? { position: locator } : {}),
    })),
  }
}
