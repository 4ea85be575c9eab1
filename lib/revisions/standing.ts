import type { Prisma, PublicationState } from '@/prisma/client/client'

/** How a record stands before the public when its rows are written. */
export type Standing = {
  state: Extract<PublicationState, 'draft' | 'published' | 'withdrawn'>
  publishedAt: Date | null
  withdrawnAt: Date | null
  /** The number of the revision that the rows hold. */
  version: number
  /** Of a statement or source. */
  publicId: string | null
}

/** What a noun's `mutations.ts` exports: writes a whole content into the noun's tables, in a transaction of the caller. */
export type Write<Content> = (
  tx: Prisma.TransactionClient,
  id: string,
  content: Content,
  standing: Standing,
) => Promise<void>

/** The columns that every noun's row has for it. */
export const standingColumns = ({ state, publishedAt, withdrawnAt, version }: Standing) => ({
  state,
  publishedAt,
  withdrawnAt,
  version,
})

/** Texts by language as rows of a …Text table. */
export const textRows = <T extends object>(texts: Record<string, T>) =>
  Object.entries(texts).map(([language, text]) => ({ language, ...text }))

/** Rows of a …Text table as texts by language, without the columns that are not content. */
export function textsOf<
  R extends { language: string; status: string; translator: string | null },
  const F extends keyof R & string,
>(rows: readonly R[], ...fields: F[]): Record<string, Pick<R, 'status' | 'translator' | F>> {
  return Object.fromEntries(
    rows.map((row) => [
      row.language,
      Object.fromEntries(['status', 'translator', ...fields].map((field) => [field, row[field as keyof R]])) as Pick<
        R,
        'status' | 'translator' | F
      >,
    ]),
  )
}

/** A day as the content holds it, of a date column. */
export const dayText = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

/** A date column's value of a day as the content holds it. */
export const dayDate = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`))

export class UnfinishedContent extends Error {
  override name = 'UnfinishedContent'
}

/** A value that must be there before rows can be written; the checklist asks for it before. Throws `UnfinishedContent`. */
export function needed<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new UnfinishedContent(`${what} is missing`)
  return value
}
