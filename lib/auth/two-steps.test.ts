import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { passwordOf, stepAt } from './totp'
import {
  checkCode,
  newRecoveryCodes,
  preparedSecret,
  prepareTwoSteps,
  turnOffTwoSteps,
  turnOnTwoSteps,
} from './two-steps'

let userId = ''
const now = () => stepAt(Date.now())

async function turnOn() {
  await prepareTwoSteps(userId)
  const secret = await preparedSecret(userId)
  if (!secret) throw new Error('no secret')
  // The step before is taken, so that the one of now is still to be had.
  const codes = await turnOnTwoSteps(userId, passwordOf(secret, now() - 1))
  if (codes === 'wrong') throw new Error('wrong')
  return { secret, codes }
}

beforeEach(async () => {
  await db.signInAttempt.deleteMany()
  await db.user.deleteMany()
  userId = (await db.user.create({ data: { email: 'a@example.org', name: 'A', role: 'editor' } })).id
})

test('it is on once the first code was right; the database has neither the secret nor the codes', async () => {
  await prepareTwoSteps(userId)
  expect(await turnOnTwoSteps(userId, '000000')).toBe('wrong')
  expect((await db.user.findUniqueOrThrow({ where: { id: userId } })).totpEnabledAt).toBeNull()
  const { secret, codes } = await turnOn()
  expect(codes).toHaveLength(10)
  const kept = JSON.stringify([await db.user.findMany(), await db.recoveryCode.findMany()])
  for (const each of [secret.toString('base64'), secret.toString('hex'), ...codes]) expect(kept).not.toContain(each)
  await prepareTwoSteps(userId)
  expect(await preparedSecret(userId), 'one that is in use is not replaced').toBeNull()
})

test('a code works once, also for two at once', async () => {
  const { secret } = await turnOn()
  const code = passwordOf(secret, now())
  const outcomes = await Promise.all([checkCode(userId, code, 'a'), checkCode(userId, code, 'b')])
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['right', 'wrong'])
})

test('a recovery code works once, however it is typed, and new ones replace the old', async () => {
  const { codes } = await turnOn()
  const [first = '', second = ''] = codes
  expect(await checkCode(userId, first.toLowerCase().replaceAll('-', ' '), 'a')).toEqual({ outcome: 'right' })
  expect(await checkCode(userId, first, 'a')).toEqual({ outcome: 'wrong' })
  await newRecoveryCodes(userId)
  expect(await checkCode(userId, second, 'a')).toEqual({ outcome: 'wrong' })
})

test('guessing codes is limited like guessing passwords', async () => {
  await turnOn()
  const outcomes = []
  for (let i = 0; i < 12; i++) outcomes.push((await checkCode(userId, '000000', 'a')).outcome)
  expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(3)
  expect(outcomes.at(-1)).toBe('wait')
})

test('turned off, nothing is left of it', async () => {
  const { secret, codes } = await turnOn()
  await turnOffTwoSteps(userId, userId)
  expect(await checkCode(userId, passwordOf(secret, now()), 'a')).toEqual({ outcome: 'wrong' })
  expect(await checkCode(userId, codes[0] ?? '', 'a')).toEqual({ outcome: 'wrong' })
  const acts = await db.auditEntry.findMany({
    where: { recordId: userId },
    orderBy: { id: 'asc' },
    select: { act: true },
  })
  expect(acts.map(({ act }) => act)).toEqual(['two_steps_on', 'two_steps_off'])
})
