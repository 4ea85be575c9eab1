import { isDeepStrictEqual } from 'node:util'
import type { TextStatus } from '@/prisma/client/enums'
import type { Noun } from './nouns'
import { type Piece, wordDifference } from './word-difference'

type Content = { [field: string]: unknown }
type Texts<F extends string> = Record<
  string,
  { status: TextStatus; translator: string | null } & Record<F, string | null>
>

/** The words of a statement in one language, as they were and as they became. */
export type WordsChange = { language: string; status: TextStatus; pieces: Piece[] }

export type ClaimWords = { locator: string | null; claim: string | null; notes: Texts<'note'> }

/** A source that came to support a record or went, or what it supports and where. `source` is its id. */
export type ClaimChange = { id: string; source: string; before: ClaimWords | null; after: ClaimWords | null }

/** How one published version differs from the one before it, as far as readers are told. */
export type PublicChange = {
  words: WordsChange[]
  claims: ClaimChange[]
  /** Of a statement: what it was said to be. */
  kinds: { field: 'form' | 'kind'; was: string; is: string }[]
  /** Names of the other fields that changed. */
  fields: string[]
}

/** Fields that are told on their own, or that say nothing to a reader. */
const APART = new Set(['citations', 'position'])
const OF_STATEMENT = new Set(['texts', 'form', 'kind'])

export function publicChange(noun: Noun, before: Content, after: Content): PublicChange {
  const isStatement = noun === 'statement'
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return {
    words: isStatement ? wordsChanges(before, after) : [],
    claims: claimChanges(claimsOf(before), claimsOf(after)),
    kinds: isStatement
      ? (['form', 'kind'] as const).flatMap((field) =>
          before[field] === after[field] ? [] : [{ field, was: String(before[field]), is: String(after[field]) }],
        )
      : [],
    fields: names.filter(
      (name) =>
        !APART.has(name) &&
        !(isStatement && OF_STATEMENT.has(name)) &&
        !isDeepStrictEqual(withoutClaims(before[name]), withoutClaims(after[name])),
    ),
  }
}

function wordsChanges(before: Content, after: Content): WordsChange[] {
  const [old, now] = [before.texts ?? {}, after.texts ?? {}] as Texts<'text'>[]
  return [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])].flatMap((language) => {
    const [was, is] = [old?.[language]?.text ?? '', now?.[language]?.text ?? '']
    if (was === is) return []
    const status = now?.[language]?.status ?? old?.[language]?.status ?? 'original'
    return [{ language, status, pieces: wordDifference(was, is) }]
  })
}

type Claim = ClaimWords & { id: string; source: string }

/** The claims of a record with those of the appearances in it, in their order. */
function claimsOf(content: Content): Claim[] {
  const rows = (value: unknown) => (Array.isArray(value) ? (value as Content[]) : [])
  return [content, ...rows(content.appearances)].flatMap(({ citations }) =>
    rows(citations).flatMap(({ id, source, locator, claim, texts }): Claim[] =>
      typeof source === 'string'
        ? [
            {
              ...{ id: String(id), source, notes: (texts ?? {}) as Texts<'note'> },
              ...{ locator: (locator as string | null) ?? null, claim: (claim as string | null) ?? null },
            },
          ]
        : [],
    ),
  )
}

function claimChanges(before: Claim[], after: Claim[]): ClaimChange[] {
  const old = new Map(before.map((claim) => [claim.id, claim]))
  const now = new Map(after.map((claim) => [claim.id, claim]))
  const words = (claim: Claim | undefined): ClaimWords | null =>
    claim ? { locator: claim.locator, claim: claim.claim, notes: claim.notes } : null
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id): ClaimChange[] => {
    const [was, is] = [old.get(id), now.get(id)]
    if (isDeepStrictEqual(was, is)) return []
    // Another source in the same row is one that went and one that came.
    if (was && is && was.source !== is.source)
      return [
        { id: `${id} went`, source: was.source, before: words(was), after: null },
        { id, source: is.source, before: null, after: words(is) },
      ]
    return [{ id, source: (is ?? was)?.source ?? '', before: words(was), after: words(is) }]
  })
}

/** A field without the claims in its rows, which are told on their own. */
const withoutClaims = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((row) =>
        typeof row === 'object' && row !== null
          ? Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'citations'))
          : row,
      )
    : value
