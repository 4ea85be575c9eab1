import type { Metadata } from 'next'
import type { Citable } from './cite'

/** More would only make a page heavy: nobody cites by a hundredth name. */
const MOST_AUTHORS = 50

/** `citation_…` of a page's head, by which Google Scholar, Zotero and the like know what it is about. */
export function citationMetadata(citable: Citable): NonNullable<Metadata['other']> {
  const { title, authors, date, session, edition, archive, language, url } = citable
  const two = (n: number) => String(n).padStart(2, '0')
  const day =
    date && [String(date.year), ...[date.month, date.day].flatMap((part) => (part ? two(part) : []))].join('/')
  return {
    citation_title: title,
    ...(authors.length > 0 ? { citation_author: authors.slice(0, MOST_AUTHORS) } : {}),
    ...(day ? { citation_publication_date: day } : {}),
    ...(edition ? { citation_conference_title: edition } : {}),
    ...(session ? { citation_inbook_title: session } : {}),
    citation_publisher: archive,
    citation_language: language,
    citation_public_url: url,
  }
}
