import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { titleIn } from './edit-labels'
import { labelsOf } from './edit-queries'

const part = z.object({
  id: z.string(),
  number: z.number().nullish(),
  date: z.string().nullish(),
  person: z.string().nullish(),
  nameAsPrinted: z.string().nullish(),
  texts: z.record(z.string(), z.object({ name: z.string().nullish() })).optional(),
})

/**
 * What days, rooms, tracks and appearances were called that are no longer in the edition or session they were part
 * of, by the last version that had them. Two queries.
 */
export async function readGoneParts(
  holders: readonly string[],
  ids: readonly string[],
): Promise<Record<string, string>> {
  const rows = await db.$queryRaw<{ part: unknown }[]>`
    SELECT DISTINCT ON (part->>'id') part FROM revision, LATERAL (
      SELECT jsonb_path_query(content, '$.*[*] ? (exists(@.id))') AS part
    ) AS parts
    WHERE record_id = ANY(${holders}::uuid[]) AND part->>'id' = ANY(${ids}::text[])
    ORDER BY part->>'id', version DESC LIMIT 100`
  const parts = rows.flatMap((row) => part.safeParse(row.part).data ?? [])
  const people = parts.flatMap(({ person }) => person ?? [])
  const labels = people.length ? await labelsOf(people) : {}
  return Object.fromEntries(
    parts.map(({ id, number, date, person, nameAsPrinted, texts = {} }) => {
      const names = Object.fromEntries(Object.entries(texts).map(([language, { name }]) => [language, name ?? '']))
      const titles = person ? (labels[person]?.titles ?? {}) : names
      return [id, titleIn(titles, 'en')?.title ?? nameAsPrinted ?? date ?? String(number ?? '')]
    }),
  )
}
