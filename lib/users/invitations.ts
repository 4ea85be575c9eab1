import 'server-only'
import { writeAudit } from '@/lib/audit/write'
import { newToken, openLink } from '@/lib/auth/one-time-links'
import { hashPassword } from '@/lib/auth/passwords'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import type { Prisma } from '@/prisma/client/client'
import { isUniqueViolation } from './mutations'
import type { AcceptanceInput, InvitationInput } from './schema'

const LASTS = 7 * 24 * 60 * 60 * 1000

/** Makes the link by which somebody becomes a user. An open invitation of the same address is replaced. */
export async function invite(
  { email, role }: InvitationInput,
  actorId: string,
): Promise<{ token: string } | 'email-taken'> {
  const { token, tokenHash: hash } = newToken()
  return db.$transaction(async (tx) => {
    if (await tx.user.count({ where: { email } })) return 'email-taken'
    await tx.oneTimeLink.deleteMany({ where: { purpose: 'invitation', email, usedAt: null } })
    const expiresAt = new Date(Date.now() + LASTS)
    await tx.oneTimeLink.create({ data: { tokenHash: hash, purpose: 'invitation', email, role, expiresAt } })
    await writeAudit(tx, { actorId, act: 'user_invited', noun: 'user', detail: { email, role } })
    return { token }
  })
}

/** Takes an invitation back. Does nothing to one that was used meanwhile. */
export async function takeBackInvitation(id: string, actorId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const [link] = await tx.oneTimeLink.findMany({
      where: { id, purpose: 'invitation', usedAt: null },
      select: { email: true },
    })
    const { count } = await tx.oneTimeLink.deleteMany({ where: { id, purpose: 'invitation', usedAt: null } })
    if (count)
      await writeAudit(tx, { actorId, act: 'invitation_withdrawn', noun: 'user', detail: { email: link?.email ?? '' } })
  })
}

/** Who the holder of a link is invited as; null when it is used, too old or made up. */
export async function findInvitation(token: string) {
  return db.oneTimeLink.findFirst({ where: openLink('invitation', token), select: { email: true, role: true } })
}

/** Invitations that are open, the newest first. */
export async function listInvitations() {
  return db.oneTimeLink.findMany({
    where: { purpose: 'invitation', usedAt: null },
    select: { id: true, email: true, role: true, expiresAt: true },
    orderBy: { createdAt: 'desc' },
    take: 200,
  })
}

/** Creates the account and uses the link up, both or neither; of two who use it at once one gets `link-used`. */
export async function acceptInvitation(
  token: string,
  { name, password }: AcceptanceInput,
  locale: Locale,
): Promise<{ userId: string } | 'link-used'> {
  if (!(await findInvitation(token))) return 'link-used' // before the costly hash; settled below
  const passwordHash = await hashPassword(password)
  return createInvited(openLink('invitation', token), { name, passwordHash, locale }, 'link')
}

/** The same for whom the provider of sign-ins vouches: with an open invitation to that e-mail address. */
export async function acceptThroughProvider(
  email: string,
  name: string,
  providerSubject: string,
  locale: Locale,
): Promise<{ userId: string } | 'link-used'> {
  const open = { purpose: 'invitation' as const, email, usedAt: null, expiresAt: { gt: new Date() } }
  return createInvited(open, { name, providerSubject, locale }, 'provider')
}

async function createInvited(
  open: Prisma.OneTimeLinkWhereInput,
  data: { name: string; locale: Locale; passwordHash?: string; providerSubject?: string },
  by: 'link' | 'provider',
): Promise<{ userId: string } | 'link-used'> {
  try {
    return await db.$transaction(async (tx) => {
      const [link] = await tx.oneTimeLink.updateManyAndReturn({
        where: open,
        data: { usedAt: new Date() },
        select: { id: true, email: true, role: true },
      })
      if (!link?.email || !link.role) return 'link-used'
      const { email, role } = link
      const user = await tx.user.create({ data: { ...data, email, role } })
      await tx.oneTimeLink.update({ where: { id: link.id }, data: { usedById: user.id } })
      await writeAudit(tx, {
        actorId: user.id,
        act: 'account_created',
        noun: 'user',
        recordId: user.id,
        detail: { role, by },
      })
      return { userId: user.id }
    })
  } catch (error) {
    // Somebody made an account with this e-mail address meanwhile.
    if (isUniqueViolation(error)) return 'link-used'
    throw error
  }
}
