import type { Feed, FeedEntry } from './feed'
import { element, elementOf, XML_DECLARATION } from './xml-element'

/** A feed as Atom (RFC 4287). */
export function feedAsAtom({ locale, self, page, title, subtitle, archive, updated, entries }: Feed): string {
  return [
    XML_DECLARATION,
    elementOf(
      'feed',
      [
        element('id', self),
        element('title', title),
        ...(subtitle ? [element('subtitle', subtitle)] : []),
        // A feed without entries was last changed when nobody knows: at the beginning of time.
        element('updated', (updated ?? new Date(0)).toISOString()),
        elementOf('link', [], { rel: 'self', type: 'application/atom+xml', href: self }),
        elementOf('link', [], { rel: 'alternate', type: 'text/html', href: page }),
        elementOf('author', [element('name', archive)]),
        ...entries.map(entryAsAtom),
      ],
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': locale },
    ),
    '',
  ].join('\n')
}

function entryAsAtom(entry: FeedEntry): string {
  const { id, url, title, language, updated, published, authors = [], category, summary, content } = entry
  return elementOf(
    'entry',
    [
      element('id', id),
      element('title', title),
      elementOf('link', [], { rel: 'alternate', type: 'text/html', href: url }),
      element('updated', updated.toISOString()),
      ...(published ? [element('published', published.toISOString())] : []),
      ...authors.map((name) => elementOf('author', [element('name', name)])),
      ...(category ? [elementOf('category', [], category)] : []),
      ...(summary ? [element('summary', summary.text, { 'xml:lang': summary.language })] : []),
      ...(content === undefined ? [] : [element('content', content)]),
    ],
    { 'xml:lang': language },
  )
}
