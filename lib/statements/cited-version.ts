import 'server-only'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { type Said, say } from '@/lib/i18n/texts'
import { type Gap, publishedVersion } from '@/lib/revisions/publications'
import { type Piece, wordDifference } from '@/lib/revisions/word-difference'
import type { Statement } from './queries'
import type { StatementContent } from './schema'

/** A statement as a citation of one published version has it, beside what stands there now. */
export type CitedVersion = { version: number; at: Date } & (
  | { kind: 'redacted'; gap: Gap }
  | {
      kind: 'current' | 'same' | 'changed'
      /** The words as they were, in the reader's language where they were in it. */
      text: Said
      form: string
      /** How they became what they are in that language; null where they are no longer in it. */
      pieces: Piece[] | null
    }
)

/** What the address of a version of a public statement shows; null when that version never was public. */
export async function citedVersion(
  statement: Pick<Statement, 'form' | 'version'>,
  id: string,
  version: number,
  locale: Locale,
): Promise<CitedVersion | null> {
  const published = await publishedVersion(id, version)
  if (!published) return null
  const { at, gap } = published
  if (gap) return { kind: 'redacted', version, at, gap }
  const { texts, form } = published.content as StatementContent
  const rows = Object.entries(texts).map(([language, text]) => ({ language, ...text }))
  const text = say(rows, 'text', locale)
  if (!text) return null
  const now = await db.statementText.findUnique({
    where: { statementId_language: { statementId: id, language: text.language } },
    select: { text: true },
  })
  const isSame = now?.text === text.value && form === statement.form
  return {
    kind: version === statement.version ? 'current' : isSame ? 'same' : 'changed',
    ...{ version, at, text, form },
    pieces: now && wordDifference(text.value, now.text),
  }
}
