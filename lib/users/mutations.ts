import 'server-only'
import { writeAudit } from '@/lib/audit/write'
import { hashPassword } from '@/lib/auth/passwords'
import { endSessionsOf } from '@/lib/auth/sessions'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'
import type { UserRole } from '@/prisma/client/enums'
import type { ProfileInput } from './schema'

/** Somebody else was faster: the database has such a row already. */
export const isUniqueViolation = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'

class LastAdministrator extends Error {}

/**
 * Locks everybody who administers the archive, so that of two who give up the last two places one is refused. What
 * `change` does is undone when nobody would be left.
 */
async function keepingAnAdministrator<T>(change: (tx: Prisma.TransactionClient) => Promise<T>) {
  try {
    return await db.$transaction(async (tx) => {
      await tx.$queryRaw`
        SELECT id FROM "user" WHERE role = 'administrator' AND NOT is_disabled ORDER BY id FOR UPDATE`
      const outcome = await change(tx)
      if ((await tx.user.count({ where: { role: 'administrator', isDisabled: false } })) === 0)
        throw new LastAdministrator()
      return outcome
    })
  } catch (error) {
    if (error instanceof LastAdministrator) return 'last-administrator'
    throw error
  }
}

/** Gives somebody another role. It holds from their next request. */
export async function changeRole(
  userId: string,
  role: UserRole,
  actorId: string,
): Promise<'changed' | 'missing' | 'last-administrator'> {
  return keepingAnAdministrator(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { role: true } })
    if (!user) return 'missing'
    if (user.role === role) return 'changed'
    await tx.user.update({ where: { id: userId }, data: { role } })
    const detail = { from: user.role, to: role }
    await writeAudit(tx, { actorId, act: 'role_changed', noun: 'user', recordId: userId, detail })
    return 'changed'
  })
}

/** Closes an account, with all its sign-ins and open links, or opens it again. */
export async function setDisabled(
  userId: string,
  isDisabled: boolean,
  actorId: string,
): Promise<'changed' | 'missing' | 'last-administrator'> {
  return keepingAnAdministrator(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: userId, isDisabled: !isDisabled }, data: { isDisabled } })
    if (count === 0) return (await tx.user.count({ where: { id: userId } })) ? 'changed' : 'missing'
    if (isDisabled) {
      await endSessionsOf(tx, userId)
      await tx.oneTimeLink.deleteMany({ where: { userId, usedAt: null } })
    }
    const act = isDisabled ? 'user_disabled' : 'user_enabled'
    await writeAudit(tx, { actorId, act, noun: 'user', recordId: userId })
    return 'changed'
  })
}

export async function changeProfile(userId: string, { name, locale }: ProfileInput): Promise<void> {
  await db.$transaction(async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, locale: true } })
    if (before.name === name && before.locale === locale) return
    await tx.user.update({ where: { id: userId }, data: { name, locale } })
    const detail = { from: before, to: { name, locale } }
    await writeAudit(tx, { actorId: userId, act: 'profile_changed', noun: 'user', recordId: userId, detail })
  })
}

/** Sets one's own password and ends the other sign-ins: whoever had the old one is out. */
export async function changePassword(userId: string, password: string, sessionId: string): Promise<void> {
  const passwordHash = await hashPassword(password)
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash } })
    await endSessionsOf(tx, userId, sessionId)
    await tx.oneTimeLink.deleteMany({ where: { userId, usedAt: null } })
    await writeAudit(tx, { actorId: userId, act: 'password_changed', noun: 'user', recordId: userId })
  })
}

/** Ends one of one's own sign-ins, or all but this one. */
export async function endSignIns(userId: string, which: { id: string } | { allBut: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.signIn.deleteMany({
      where: { userId, id: 'id' in which ? which.id : { not: which.allBut } },
    })
    if (count)
      await writeAudit(tx, {
        actorId: userId,
        act: 'sign_ins_ended',
        noun: 'user',
        recordId: userId,
        detail: { count },
      })
  })
}
