import 'server-only'
import { db } from '@/lib/db'
import { paged, slice } from '@/lib/pagination'

const card = { id: true, name: true, email: true, role: true, isDisabled: true, totpEnabledAt: true } as const

/** Everybody with an account, by name. */
export async function listUsers(page: number) {
  const [users, total] = await Promise.all([
    db.user.findMany({
      select: card,
      orderBy: [{ isDisabled: 'asc' }, { name: 'asc' }, { id: 'asc' }],
      ...slice(page),
    }),
    db.user.count(),
  ])
  return paged(users, total, page)
}

export async function getUser(id: string) {
  return db.user.findUnique({ where: { id }, select: { ...card, createdAt: true } })
}

/** What one's own account page shows. */
export async function getAccount(id: string) {
  const { passwordHash, ...account } = await db.user.findUniqueOrThrow({
    where: { id },
    select: {
      name: true,
      email: true,
      locale: true,
      totpEnabledAt: true,
      passwordHash: true,
      providerSubject: true,
      _count: { select: { recoveryCodes: true } },
      signIns: {
        where: { expiresAt: { gt: new Date() } },
        select: { id: true, createdAt: true, lastSeenAt: true, userAgent: true, address: true },
        orderBy: { lastSeenAt: 'desc' },
        take: 50,
      },
    },
  })
  return { ...account, hasPassword: passwordHash !== null }
}
