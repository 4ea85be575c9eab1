import 'server-only'
import type { Noun } from '@/lib/revisions/nouns'
import { type Content, mentions } from '@/lib/revisions/registry'
import type { Prisma } from '@/prisma/client/client'
import { replaceMention } from './replace-mention'

/** A content in which each record that was merged into another is mentioned as that one: forms open since say otherwise. */
export async function withoutMerged(
  tx: Prisma.TransactionClient,
  noun: Noun,
  id: string,
  content: Content,
): Promise<Content> {
  const ids = mentions(noun, content).map((each) => each.id)
  if (!ids.length) return content
  const merged = await tx.$queryRaw<{ from: string; to: string }[]>`
    WITH RECURSIVE stands(id, now) AS (
      SELECT id, merged_into_id FROM record WHERE id = ANY (${ids}::uuid[]) AND merged_into_id IS NOT NULL
      UNION ALL
      SELECT stands.id, record.merged_into_id FROM stands JOIN record ON record.id = stands.now
      WHERE record.merged_into_id IS NOT NULL
    )
    SELECT stands.id AS from, now AS to FROM stands JOIN record ON record.id = now WHERE merged_into_id IS NULL`
  return merged.reduce<Content>(
    (made, each) => replaceMention(noun, id, made, { ...each, appearances: new Map() }).content as Content,
    content,
  )
}
