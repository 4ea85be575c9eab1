import type { Matches } from './highlight'
import type { Sought } from './word-forms'

/**
 * Which written words match a query: the index knows every written word of every document and its stems, so that a
 * mark in the page is a match in Postgres. The Kazakh stem counts in Kazakh texts only, as in the index.
 */
export function matcherOf(words: readonly Sought[]): Matches {
  const lexemes = new Set(words.flatMap((word) => word.lexemes))
  const forms = words.flatMap((word) => word.forms)
  const anywhere = new Set(forms.filter(({ lexeme }) => lexemes.has(lexeme)).map(({ word }) => word))
  const inKazakh = new Set(forms.filter(({ kazakh }) => kazakh !== null && lexemes.has(kazakh)).map(({ word }) => word))
  return (word, language) => anywhere.has(word) || (language === 'kk' && inKazakh.has(word))
}
