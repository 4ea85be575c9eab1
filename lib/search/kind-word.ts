import type { SearchKind } from './search-result'

/** The word for one thing of a kind. */
export const kindWord = {
  session: 'words.session',
  statement: 'words.statement',
  person: 'words.speaker',
  organisation: 'words.organisation',
  topic: 'words.topic',
  edition: 'words.edition',
} as const satisfies Record<SearchKind, string>
