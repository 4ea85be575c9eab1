import { z } from 'zod'
import { line, prose, reference, slug, texts } from '@/lib/revisions/content'
import { links } from '@/lib/revisions/links'
import { identifiers, otherNames } from '@/lib/revisions/names'
import { citations } from '@/lib/sources/citation-schema'

export const personSchema = z.object({
  slug: slug(),
  /** Id of a stored picture. */
  portrait: reference(),
  texts: texts({ name: line(), sortName: line(), biography: prose() }).transform(withSortNames),
  names: otherNames(),
  identifiers: identifiers(['wikidata', 'orcid', 'viaf', 'isni']),
  links: links(),
  citations: citations(),
})

export type PersonContent = z.infer<typeof personSchema>

/** "Joshua Lincoln" is sorted as "Lincoln, Joshua" until somebody says otherwise. */
function withSortNames<T extends { name: string | null; sortName: string | null }>(texts: Record<string, T>) {
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [
      language,
      { ...text, sortName: text.sortName ?? (text.name && sortNameOf(text.name)) },
    ]),
  )
}

/** A name with its last word first; a single word, and a name in a script without spaces, stay as they are. */
export const sortNameOf = (name: string) => name.replace(/^(.+)\s(\S+)$/, '$2, $1')
