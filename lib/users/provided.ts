import 'server-only'
import { writeAudit } from '@/lib/audit/write'
import type { ProvidedIdentity } from '@/lib/auth/openid-connect'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { acceptThroughProvider } from './invitations'

/**
 * The account of whom the provider vouches for: the one that is linked already, else the one with that e-mail address
 * (linked from now on), else a new one for who holds an open invitation. Null for everybody else, and for an address
 * whose account is linked to somebody else at the provider.
 */
export async function accountOfProvided(
  { subject, email, name }: ProvidedIdentity,
  locale: Locale,
): Promise<{ userId: string; hasTwoSteps: boolean } | null> {
  const user = (await findAccount({ providerSubject: subject })) ?? (await link(subject, email)) ?? (await invited())
  return user && !user.isDisabled ? { userId: user.id, hasTwoSteps: user.totpEnabledAt !== null } : null

  async function invited() {
    const accepted = await acceptThroughProvider(email, name ?? email, subject, locale)
    return accepted === 'link-used' ? null : findAccount({ id: accepted.userId })
  }
}

const findAccount = (where: { id: string } | { providerSubject: string }) =>
  db.user.findUnique({ where, select: { id: true, isDisabled: true, totpEnabledAt: true } })

async function link(subject: string, email: string) {
  return db.$transaction(async (tx) => {
    const [user] = await tx.user.updateManyAndReturn({
      where: { email, providerSubject: null, isDisabled: false },
      data: { providerSubject: subject },
      select: { id: true, isDisabled: true, totpEnabledAt: true },
    })
    if (!user) return null
    await writeAudit(tx, { actorId: user.id, act: 'provider_linked', noun: 'user', recordId: user.id })
    return user
  })
}
