import { z } from 'zod'
import { Prisma } from '@/prisma/client/client'
import type { DeskRecord, Versions } from './layers'

/** The numbers of a record's versions, and its lock. */
export const versionsOf = ({ version, publishedVersion, lock }: DeskRecord): Versions & { lock: number } => ({
  ...{ version, publishedVersion, lock },
})

/** How a record stands at the desk, beside its content, as a batch keeps it. */
export const deskStanding = (record: DeskRecord) => ({
  ...{ state: record.state, review: record.review, remark: record.remark },
  scheduledAct: record.scheduledAct,
  scheduledAt: record.scheduledAt?.toISOString() ?? null,
  scheduledById: record.scheduledById,
  scheduledReason: record.scheduledReason,
})

export const keptVersions = z.object({
  version: z.number(),
  publishedVersion: z.number().nullable(),
  lock: z.number(),
})

export const keptStanding = keptVersions.extend({
  state: z.enum(['draft', 'published', 'withdrawn']),
  review: z.enum(['draft', 'in_review']),
  remark: z.string().nullable(),
  scheduledAct: z.enum(['publish', 'withdraw']).nullable(),
  scheduledAt: z.coerce.date().nullable(),
  scheduledById: z.string().nullable(),
  scheduledReason: z.record(z.string(), z.string()).nullable(),
})
export type KeptStanding = z.infer<typeof keptStanding>

/** The same with how it stood in public, and every slug that it had. */
export const keptWithRow = keptStanding.extend({
  slugs: z.array(z.string()),
  row: z
    .object({
      state: z.enum(['draft', 'published', 'withdrawn']),
      publishedAt: z.coerce.date().nullable(),
      withdrawnAt: z.coerce.date().nullable(),
      createdAt: z.coerce.date(),
      version: z.number(),
      reasons: z.record(z.string(), z.string()),
    })
    .nullable(),
})
export type KeptWithRow = z.infer<typeof keptWithRow>

/** The columns that bring a standing back; a time that has passed meanwhile does not come back. */
export function deskColumns({
  review,
  remark,
  scheduledAct,
  scheduledAt,
  scheduledById,
  scheduledReason,
}: KeptStanding) {
  const isToCome = scheduledAt !== null && scheduledAt > new Date()
  const scheduled = { scheduledAct, scheduledAt, scheduledById, scheduledReason: scheduledReason ?? Prisma.DbNull }
  return { review, remark, ...(isToCome ? scheduled : {}) }
}
