import 'server-only'
import { db } from '@/lib/db'
import { forgiveAttempts, giveBackAttempt, takeAttempt } from './limits'
import { isPassword, TooBusy } from './passwords'
import { requestFacts } from './request-facts'

export type PasswordCheck =
  | { outcome: 'right'; userId: string; hasTwoSteps: boolean }
  | { outcome: 'wrong' }
  | { outcome: 'wait'; seconds: number }
  | { outcome: 'busy' }

/**
 * Whether these are the e-mail address and password of an account that may sign in. An account that does not exist,
 * is disabled or has no password is answered in the same words, after the same work.
 */
export async function checkPassword(email: string, password: string, address: string): Promise<PasswordCheck> {
  const { wait, id } = await takeAttempt(email, address)
  if (wait > 0) return { outcome: 'wait', seconds: wait }
  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, isDisabled: true, totpEnabledAt: true },
  })
  try {
    const isRight = await isPassword(password, user && !user.isDisabled ? user.passwordHash : null)
    if (!isRight || !user) return { outcome: 'wrong' }
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error
    await giveBackAttempt(id)
    return { outcome: 'busy' }
  }
  await forgiveAttempts(email, address)
  return { outcome: 'right', userId: user.id, hasTwoSteps: user.totpEnabledAt !== null }
}

/** Asks somebody who is signed in for their password again, counted like any check; who has none need not. */
export async function confirmPassword(user: { id: string; email: string }, typed: unknown): Promise<PasswordCheck> {
  const { passwordHash, totpEnabledAt } = await db.user.findUniqueOrThrow({
    where: { id: user.id },
    select: { passwordHash: true, totpEnabledAt: true },
  })
  if (passwordHash === null) return { outcome: 'right', userId: user.id, hasTwoSteps: totpEnabledAt !== null }
  if (typeof typed !== 'string' || typed === '' || typed.length > 200) return { outcome: 'wrong' }
  return checkPassword(user.email, typed, requestFacts().address)
}
