import 'server-only'
import { z } from 'zod'
import { writeAudit } from '@/lib/audit/write'
import { db } from '@/lib/db'
import { type ChecklistPoint, decidablePoints } from './checklist'
import type { Noun } from './nouns'

/** The points of each noun's checklist that block publication beside those that always do. An administrator decides. */
export type BlockingPoints = Partial<Record<Noun, ChecklistPoint[]>>

const NAME = 'blocking_points'

/** Until somebody decides otherwise a statement and a session need a source, a session a speaker. */
const standard: BlockingPoints = { statement: ['source'], session: ['speaker', 'source'] }

const stored = z.partialRecord(z.enum(Object.keys(decidablePoints) as [Noun, ...Noun[]]), z.array(z.string()))

export async function readBlockingPoints(): Promise<BlockingPoints> {
  const setting = await db.setting.findUnique({ where: { name: NAME } })
  const parsed = stored.safeParse(setting?.value)
  if (!parsed.success) return standard
  return Object.fromEntries(
    Object.entries(decidablePoints).map(([noun, points]) => [
      noun,
      points.filter((point) => parsed.data[noun as Noun]?.includes(point)),
    ]),
  )
}

export async function writeBlockingPoints(points: BlockingPoints, by: { id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.setting.upsert({ where: { name: NAME }, create: { name: NAME, value: points }, update: { value: points } })
    await writeAudit(tx, { actorId: by.id, act: 'blocking_points', detail: points })
  })
}
