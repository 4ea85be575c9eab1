import 'server-only'
import { headers } from 'next/headers'
import { z } from 'zod'
import { writeAudit } from '@/lib/audit/write'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'
import { readSealedCookie, removeCookie, setSealedCookie } from './cookies'
import { requestFacts } from './request-facts'

const COOKIE = 'sign-in'
const DAY = 24 * 60 * 60 * 1000
/** A sign-in ends thirty days after it began, or after seven in which nobody came. */
const LASTS = 30 * DAY
const IDLE = 7 * DAY
/** How exactly it is known when somebody was last seen: a write in each request would be too many. */
const SEEN_EVERY = 10 * 60 * 1000

const sealed = z.object({ id: z.uuid() })

/** Which sign-in this browser says it is, if it says so truly. Whether that still holds only the database knows. */
export async function sessionIdOfRequest(): Promise<string | null> {
  return sealed.safeParse(await readSealedCookie(COOKIE)).data?.id ?? null
}

/**
 * Signs somebody in here: an action's or route's last word on who it is. Whatever was signed in here before is ended.
 * `way` is how they showed who they are, for the audit.
 */
export async function startSession(userId: string, way: string): Promise<void> {
  const before = await sessionIdOfRequest()
  const userAgent = ((await headers()).get('user-agent') ?? '').slice(0, 300)
  const session = await db.$transaction(async (tx) => {
    await tx.signIn.deleteMany({ where: { OR: [{ expiresAt: { lt: new Date() } }, { id: before ?? { in: [] } }] } })
    const made = await tx.signIn.create({
      data: { userId, userAgent, address: requestFacts().address, expiresAt: new Date(Date.now() + LASTS) },
    })
    await writeAudit(tx, { actorId: userId, act: 'signed_in', noun: 'user', recordId: userId, detail: { way } })
    return made
  })
  await setSealedCookie(COOKIE, { id: session.id }, LASTS / 1000)
}

/** Ends the sign-in of this browser. */
export async function endSession(): Promise<void> {
  const id = await sessionIdOfRequest()
  if (id) await db.signIn.deleteMany({ where: { id } })
  await removeCookie(COOKIE)
}

/** Ends the sign-ins of somebody, all or all but one. In the transaction of the change that is the reason. */
export async function endSessionsOf(tx: Prisma.TransactionClient, userId: string, but?: string): Promise<void> {
  await tx.signIn.deleteMany({ where: { userId, ...(but ? { id: { not: but } } : {}) } })
}

/** A sign-in that holds at this moment, with who it is: asked of the database each time. */
export async function findSession(id: string) {
  const now = Date.now()
  const session = await db.signIn.findFirst({
    where: {
      id,
      expiresAt: { gt: new Date(now) },
      lastSeenAt: { gt: new Date(now - IDLE) },
      user: { isDisabled: false },
    },
    select: {
      id: true,
      lastSeenAt: true,
      user: { select: { id: true, name: true, email: true, role: true, locale: true } },
    },
  })
  if (session && now - session.lastSeenAt.getTime() > SEEN_EVERY) {
    await db.signIn.updateMany({ where: { id }, data: { lastSeenAt: new Date(now) } })
  }
  return session
}
