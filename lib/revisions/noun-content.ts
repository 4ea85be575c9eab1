import type { z } from 'zod'
import type { Reference } from './nouns'

/** What lib/revisions must know of a noun to keep its records; each noun's `content.ts` says it. */
export type ContentOf<Content> = {
  /** Reads what a form or a file sends into canonical content. */
  schema: z.ZodType<Content>
  /** The record that this one belongs to: the forum of an edition, the edition of a session or statement. */
  parent(content: Content): Reference | null
  /** Every record that the content mentions, the parent left out; one may come more than once. */
  references(content: Content): Reference[]
  /** What the record is called, by language; `parentTitles` are those of the record it belongs to. */
  titles(content: Content, parentTitles: Record<string, string>): Record<string, string>
  /** What else it is found by in the desk. */
  otherNames(content: Content): string[]
  /** The contents that stand in the noun's tables, for records that were not written by the desk. Not yet canonical. */
  read(ids: string[]): Promise<{ id: string; content: unknown }[]>
}
