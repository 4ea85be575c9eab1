import { isCountry } from '@/lib/countries'
import { first, pageNumber } from '@/lib/pagination'
import { type Path, routes, withQuery } from '@/lib/routes'

/** What the address of the list of speakers asks for. Null is "all"; what no link of ours could say is passed over. */
export type SpeakersQuery = {
  /** `forum-slug/edition-slug` */
  edition: string | null
  /** ISO 3166-1 alpha-2, upper case. */
  country: string | null
  organisation: string | null
  topic: string | null
  letter: string | null
  page: number
}

const SLUG = /^[a-z0-9-]+$/
const SLUG_PAIR = /^[a-z0-9-]+\/[a-z0-9-]+$/
const LETTER = /^(?:\p{L}|#)$/u

const matching = (value: string | null, pattern: RegExp) => (value && pattern.test(value) ? value : null)

export function readSpeakersQuery(query: Record<string, string | string[] | undefined>): SpeakersQuery {
  const country = first(query.country)
  return {
    edition: matching(first(query.edition), SLUG_PAIR),
    country: country && isCountry(country) ? country.toUpperCase() : null,
    organisation: matching(first(query.organisation), SLUG),
    topic: matching(first(query.topic), SLUG),
    letter: matching(first(query.letter)?.normalize('NFC').toUpperCase() ?? null, LETTER),
    page: pageNumber(query),
  }
}

/** The same list by another letter or page; a new letter begins at its first page. */
export function speakersPath(asked: SpeakersQuery, change: Partial<SpeakersQuery> = {}): Path {
  const { edition, country, organisation, topic, letter, page } = { ...asked, page: 1, ...change }
  return withQuery(routes.speakers(), { edition, country, organisation, topic, letter, page: page > 1 ? page : null })
}
