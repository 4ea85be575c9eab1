import 'server-only'
import { writeAudit } from '@/lib/audit/write'
import { newToken, openLink } from '@/lib/auth/one-time-links'
import { hashPassword } from '@/lib/auth/passwords'
import { endSessionsOf } from '@/lib/auth/sessions'
import { db } from '@/lib/db'

const HOUR = 60 * 60 * 1000
const MAILED_LASTS = HOUR
/** Handed over by a person, who may not reach the other at once. */
const HANDED_LASTS = 24 * HOUR
const MOST_MAILED_AN_HOUR = 3

/** The link that an administrator hands over to somebody who forgot the password. Earlier ones work no more. */
export async function newResetLink(userId: string, actorId: string): Promise<{ token: string } | 'missing'> {
  const { token, tokenHash } = newToken()
  return db.$transaction(async (tx) => {
    if ((await tx.user.count({ where: { id: userId, isDisabled: false } })) === 0) return 'missing'
    await tx.oneTimeLink.deleteMany({ where: { userId, usedAt: null } })
    const expiresAt = new Date(Date.now() + HANDED_LASTS)
    await tx.oneTimeLink.create({ data: { tokenHash, purpose: 'password_reset', userId, expiresAt } })
    await writeAudit(tx, { actorId, act: 'reset_link_made', noun: 'user', recordId: userId })
    return { token }
  })
}

/** The link that is mailed to who asks for it; null when there is no such account, or it was asked for too often. */
export async function newMailedResetLink(email: string): Promise<{ token: string; locale: string } | null> {
  const { token, tokenHash } = newToken()
  return db.$transaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { email, isDisabled: false }, select: { id: true, locale: true } })
    if (!user) return null
    const recent = await tx.oneTimeLink.count({
      where: { userId: user.id, createdAt: { gt: new Date(Date.now() - HOUR) } },
    })
    if (recent >= MOST_MAILED_AN_HOUR) return null
    const expiresAt = new Date(Date.now() + MAILED_LASTS)
    await tx.oneTimeLink.create({ data: { tokenHash, purpose: 'password_reset', userId: user.id, expiresAt } })
    await writeAudit(tx, { actorId: null, act: 'reset_link_mailed', noun: 'user', recordId: user.id })
    return { token, locale: user.locale }
  })
}

export async function isResetLink(token: string): Promise<boolean> {
  return (await db.oneTimeLink.count({ where: openLink('password_reset', token) })) === 1
}

/** Sets the password, uses the link up and ends every sign-in; of two who use it at once one gets `link-used`. */
export async function resetPassword(token: string, password: string): Promise<'changed' | 'link-used'> {
  if (!(await isResetLink(token))) return 'link-used' // before the costly hash; settled below
  const passwordHash = await hashPassword(password)
  return db.$transaction(async (tx) => {
    const [link] = await tx.oneTimeLink.updateManyAndReturn({
      where: openLink('password_reset', token),
      data: { usedAt: new Date() },
      select: { id: true, userId: true },
    })
    if (!link?.userId) return 'link-used'
    const userId = link.userId
    await tx.user.update({ where: { id: userId }, data: { passwordHash } })
    await tx.oneTimeLink.update({ where: { id: link.id }, data: { usedById: userId } })
    await tx.oneTimeLink.deleteMany({ where: { userId, usedAt: null } })
    await endSessionsOf(tx, userId)
    await writeAudit(tx, { actorId: userId, act: 'password_reset', noun: 'user', recordId: userId })
    return 'changed'
  })
}
