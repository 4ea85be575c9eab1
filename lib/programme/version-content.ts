import { z } from 'zod'
import { TextStatus } from '@/prisma/client/enums'

const meta = { language: z.string(), status: z.enum(TextStatus), translator: z.string().nullable() }

/** A programme as it was published. Times are instants; speakers are ids, as they are named as they are called now. */
export const versionContent = z.object({
  rooms: z.record(z.string(), z.array(z.object({ ...meta, name: z.string() }))),
  sessions: z.array(
    z.object({
      id: z.string(),
      texts: z.array(z.object({ ...meta, title: z.string() })),
      isTitleSupplied: z.boolean(),
      day: z.object({ number: z.number(), date: z.string().nullable() }).nullable(),
      startsAt: z.string().nullable(),
      endsAt: z.string().nullable(),
      room: z.string().nullable(),
      speakers: z.array(z.string()),
      isCancelled: z.boolean(),
    }),
  ),
})

export type VersionContent = z.infer<typeof versionContent>
export type VersionSession = VersionContent['sessions'][number]
export type RoomTexts = VersionContent['rooms'][string]
