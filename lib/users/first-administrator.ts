import 'server-only'
import { createHash } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'
import type { AdministratorInput } from './schema'

/** OWASP's least for Argon2id: 19 MiB, two passes. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const openLink = (token: string) => ({
  tokenHash: createHash('sha256').update(token).digest('hex'),
  purpose: 'first_administrator' as const,
  usedAt: null,
  expiresAt: { gt: new Date() },
})

/** True while the one-time link that the first start printed can still be used. */
export async function isFirstAdministratorLink(token: string): Promise<boolean> {
  const [link, administrators] = await Promise.all([
    db.oneTimeLink.count({ where: openLink(token) }),
    db.user.count({ where: { role: 'administrator' } }),
  ])
  return link === 1 && administrators === 0
}

/**
 * Creates the first administrator and uses the link up, both or neither. Of two who use it at once one gets
 * `link-used`. The e-mail address may be taken by an editor already.
 */
export async function createFirstAdministrator(
  token: string,
  { name, email, password }: AdministratorInput,
): Promise<'created' | 'link-used' | 'email-taken'> {
  const passwordHash = await hash(password, ARGON2ID)
  try {
    return await db.$transaction(async (tx) => {
      const used = await tx.oneTimeLink.updateMany({ where: openLink(token), data: { usedAt: new Date() } })
      if (used.count !== 1 || (await tx.user.count({ where: { role: 'administrator' } })) > 0) return 'link-used'
      const user = await tx.user.create({ data: { name, email, passwordHash, role: 'administrator' } })
      await tx.oneTimeLink.updateMany({ where: { tokenHash: openLink(token).tokenHash }, data: { usedById: user.id } })
      return 'created'
    })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return 'email-taken'
    throw error
  }
}
