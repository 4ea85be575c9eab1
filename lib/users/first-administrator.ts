import 'server-only'
import { writeAudit } from '@/lib/audit/write'
import { openLink, tokenHash } from '@/lib/auth/one-time-links'
import { hashPassword } from '@/lib/auth/passwords'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { isUniqueViolation } from './mutations'
import type { AdministratorInput } from './schema'

/** True while the one-time link that the first start printed can still be used. */
export async function isFirstAdministratorLink(token: string): Promise<boolean> {
  const [link, administrators] = await Promise.all([
    db.oneTimeLink.count({ where: openLink('first_administrator', token) }),
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
  locale: Locale,
): Promise<{ userId: string } | 'link-used' | 'email-taken'> {
  if (!(await isFirstAdministratorLink(token))) return 'link-used' // before the costly hash; settled below
  const passwordHash = await hashPassword(password)
  try {
    return await db.$transaction(async (tx) => {
      const used = await tx.oneTimeLink.updateMany({
        where: openLink('first_administrator', token),
        data: { usedAt: new Date() },
      })
      if (used.count !== 1 || (await tx.user.count({ where: { role: 'administrator' } })) > 0) return 'link-used'
      const user = await tx.user.create({ data: { name, email, passwordHash, role: 'administrator', locale } })
      await tx.oneTimeLink.updateMany({ where: { tokenHash: tokenHash(token) }, data: { usedById: user.id } })
      await writeAudit(tx, {
        actorId: user.id,
        act: 'account_created',
        noun: 'user',
        recordId: user.id,
        detail: { role: 'administrator', by: 'first start' },
      })
      return { userId: user.id }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return 'email-taken'
    throw error
  }
}
