import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { publishedPerson, publishedSession } from '@/lib/published'
import { dayText } from '@/lib/revisions/standing'
import { programmeOrder } from '@/lib/sessions/card'
import type { Prisma } from '@/prisma/client/client'
import { type VersionContent, versionContent } from './version-content'

/** A larger programme is kept in its first part, as its pages show it. */
const MOST_SESSIONS = 2000

const meta = { language: true, status: true, translator: true } as const
const inLanguages = { orderBy: { language: 'asc' } } as const

/** The programme of an edition as the public sees it: what is not published is not in it. */
async function publicProgramme(tx: Prisma.TransactionClient, editionId: string): Promise<VersionContent> {
  const sessions = await tx.session.findMany({
    where: { ...publishedSession, editionId },
    orderBy: programmeOrder,
    take: MOST_SESSIONS,
    select: {
      ...{ id: true, isTitleSupplied: true, startsAt: true, endsAt: true, roomId: true, isCancelled: true },
      day: { select: { number: true, date: true } },
      texts: { ...inLanguages, select: { ...meta, title: true } },
      appearances: {
        where: { person: publishedPerson },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        select: { personId: true },
      },
    },
  })
  const used = [...new Set(sessions.flatMap(({ roomId }) => roomId ?? []))]
  const rooms = await tx.room.findMany({
    where: { id: { in: used } },
    select: { id: true, texts: { ...inLanguages, select: { ...meta, name: true } } },
  })
  return {
    rooms: Object.fromEntries(rooms.map(({ id, texts }) => [id, texts])),
    sessions: sessions.map(({ roomId, startsAt, endsAt, day, appearances, ...session }) => ({
      ...session,
      day: day && { number: day.number, date: dayText(day.date) },
      startsAt: startsAt?.toISOString() ?? null,
      endsAt: endsAt?.toISOString() ?? null,
      room: roomId,
      speakers: [...new Set(appearances.map(({ personId }) => personId))],
    })),
  }
}

/**
 * Keeps the programme of an edition as the public sees it now as its next version, in the transaction that published
 * it; `batchId` is the import that did. Null where nothing is public, or nothing differs from the version before.
 */
export async function writeProgrammeVersion(
  tx: Prisma.TransactionClient,
  editionId: string,
  { by, name, batchId = null }: { by: { id: string } | null; name: string | null; batchId?: string | null },
): Promise<number | null> {
  // Of two publications one waits for the other, so that numbers have no gap.
  await tx.$queryRaw`SELECT FROM edition WHERE id = ${editionId}::uuid FOR UPDATE`
  const content = await publicProgramme(tx, editionId)
  const last = await tx.programmeVersion.findFirst({ where: { editionId }, orderBy: { number: 'desc' } })
  const before = versionContent.safeParse(last?.content).data
  if (!content.sessions.length && !before?.sessions.length) return null
  if (before && isDeepStrictEqual(before, content)) return null
  const number = (last?.number ?? 0) + 1
  await tx.programmeVersion.create({
    data: { editionId, number, name, content, batchId, publishedById: by?.id ?? null },
  })
  return number
}

/**
 * Takes back the version that a batch published, in the transaction that takes the batch back; where that left
 * something, or others were published since, what is public now is the next version.
 */
export async function takeBackVersion(
  tx: Prisma.TransactionClient,
  batchId: string,
  { by, isWhole }: { by: { id: string }; isWhole: boolean },
): Promise<void> {
  const version = await tx.programmeVersion.findFirst({ where: { batchId }, select: { editionId: true, number: true } })
  if (!version) return
  const { editionId, number } = version
  const isLast = !(await tx.programmeVersion.count({ where: { editionId, number: { gt: number } } }))
  // A number that readers know never comes to stand for something else.
  if (isLast && isWhole) await tx.programmeVersion.delete({ where: { editionId_number: version } })
  else await writeProgrammeVersion(tx, editionId, { by, name: null })
}
