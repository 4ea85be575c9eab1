import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { writeAudit } from '@/lib/audit/write'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'
import { forgiveAttempts, takeAttempt } from './limits'
import { seal, unseal } from './secret-box'
import { base32, stepOf } from './totp'

const RECOVERY_CODES = 10
const codeHash = (code: string) =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z2-7]/g, ''))
    .digest('hex')

/** Makes a new secret, which is asked for only once a first password made with it has been typed. */
export async function prepareTwoSteps(userId: string): Promise<void> {
  await db.user.updateMany({
    where: { id: userId, totpEnabledAt: null },
    data: { totpSecret: seal(randomBytes(20), userId), totpLastStep: null },
  })
}

/** The secret that waits for its first password; null when there is none or it is in use already. */
export async function preparedSecret(userId: string): Promise<Buffer | null> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { totpSecret: true, totpEnabledAt: true } })
  return user?.totpSecret && !user.totpEnabledAt ? unseal(user.totpSecret, userId) : null
}

/** Turns it on when the password is right. Returns the recovery codes, which are shown this once. */
export async function turnOnTwoSteps(userId: string, typed: string): Promise<string[] | 'wrong'> {
  const secret = await preparedSecret(userId)
  const step = secret && stepOf(typed, secret, Date.now(), null)
  if (!secret || step === null) return 'wrong'
  return db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, totpEnabledAt: null },
      data: { totpEnabledAt: new Date(), totpLastStep: step },
    })
    if (count === 0) return 'wrong'
    const codes = await replaceRecoveryCodes(tx, userId)
    await writeAudit(tx, { actorId: userId, act: 'two_steps_on', noun: 'user', recordId: userId })
    return codes
  })
}

/** Turns it off, by the person or by an administrator for somebody who lost their telephone. */
export async function turnOffTwoSteps(userId: string, actorId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { totpSecret: null, totpEnabledAt: null, totpLastStep: null } })
    await tx.recoveryCode.deleteMany({ where: { userId } })
    await writeAudit(tx, { actorId, act: 'two_steps_off', noun: 'user', recordId: userId })
  })
}

/** New recovery codes; the old ones work no more. */
export async function newRecoveryCodes(userId: string): Promise<string[]> {
  return db.$transaction(async (tx) => {
    const codes = await replaceRecoveryCodes(tx, userId)
    await writeAudit(tx, { actorId: userId, act: 'recovery_codes_renewed', noun: 'user', recordId: userId })
    return codes
  })
}

async function replaceRecoveryCodes(tx: Prisma.TransactionClient, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(10)).replace(/.{4}(?=.)/g, '$&-'))
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: codeHash(code) })) })
  return codes
}

export type CodeCheck = { outcome: 'right' } | { outcome: 'wrong' } | { outcome: 'wait'; seconds: number }

/**
 * The second step of a sign-in: a one-time password, or a recovery code, each of which works once; of two who use it
 * at the same moment one gets in.
 */
export async function checkCode(userId: string, typed: string, address: string): Promise<CodeCheck> {
  const account = `code ${userId}`
  const { wait } = await takeAttempt(account, address)
  if (wait > 0) return { outcome: 'wait', seconds: wait }
  const user = await db.user.findFirst({
    where: { id: userId, isDisabled: false, totpEnabledAt: { not: null } },
    select: { totpSecret: true, totpLastStep: true },
  })
  const secret = user?.totpSecret ? unseal(user.totpSecret, userId) : null
  const step = secret && stepOf(typed, secret, Date.now(), user?.totpLastStep ?? null)
  const { count } =
    typeof step === 'number'
      ? await db.user.updateMany({
          where: { id: userId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
          data: { totpLastStep: step },
        })
      : await db.recoveryCode.deleteMany({ where: { userId, codeHash: codeHash(typed) } })
  if (count !== 1 || !user) return { outcome: 'wrong' }
  await forgiveAttempts(account, address)
  return { outcome: 'right' }
}
