import 'server-only'
import { ask } from './pool'
import { Values } from './statement'
import type { TextQuery } from './text-query'

/** A paragraph of a document that matches. */
export type Passage = {
  documentId: string
  language: string
  field: string
  paragraph: number
  body: string
  matched: number
}

/** For each document the passage in which most of the words (the rarest most of all) stand together, by language. */
export async function findPassages(ids: readonly string[], text: TextQuery): Promise<Passage[]> {
  if (!ids.length || text.any === null) return []
  const values = new Values()
  const documents = values.add(ids)
  const any = values.query(text.any)
  const weights = text.terms.map(
    ({ query, weight }) => `${values.add(weight)}::real * (p.tsv @@ ${values.query(query)})::int`,
  )
  if (text.inOrder) weights.push(`3 * (p.tsv @@ ${values.query(text.inOrder)})::int`)
  for (const { ordered } of text.phrases.flat()) {
    if (ordered) weights.push(`9 * (p.tsv @@ ${values.query(ordered)})::int`)
  }
  // OFFSET 0: by the index of the documents, not by that of the words, which have far more passages.
  return ask<Passage>(
    `SELECT DISTINCT ON (document_id, language) document_id AS "documentId", language, field, paragraph, body, matched
    FROM (SELECT p.*, (${weights.join(' + ') || '0'})::real AS matched FROM search_passage p WHERE p.document_id = ANY(${documents}) OFFSET 0) p
    WHERE p.tsv @@ ${any} ORDER BY document_id, language, matched DESC, position`,
    values.list,
  )
}
