import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { checkPassword } from './check-password'
import { takeAttempt } from './limits'
import { hashPassword } from './passwords'

const email = 'aida@example.org'
const password = 'correct horse battery'
const hash = await hashPassword(password)

beforeEach(async () => {
  await db.signInAttempt.deleteMany()
  await db.user.deleteMany()
  await db.user.create({ data: { email, name: 'Aida', role: 'editor', passwordHash: hash } })
})

/** As if so many seconds had gone by. */
const wait = (seconds: number) =>
  db.$executeRaw`UPDATE sign_in_attempt SET at = at - make_interval(secs => ${seconds}::int)`

test('the right password is right, and forgives what was mistyped here', async () => {
  expect(await checkPassword(email, 'wrong', 'here')).toEqual({ outcome: 'wrong' })
  expect(await checkPassword(email, password, 'here')).toMatchObject({ outcome: 'right', hasTwoSteps: false })
  expect(await db.signInAttempt.count()).toBe(0)
})

test('unknown, disabled and without a password: the same answer, after the same work', async () => {
  await db.user.create({
    data: { email: 'off@example.org', name: 'B', role: 'editor', passwordHash: hash, isDisabled: true },
  })
  await db.user.create({ data: { email: 'provider@example.org', name: 'C', role: 'editor' } })
  const everybody = [email, 'nobody@example.org', 'off@example.org', 'provider@example.org']
  const check = (who: string) => checkPassword(who, who === email ? 'wrong' : password, 'here')
  for (const who of everybody) expect(await check(who)).toEqual({ outcome: 'wrong' })

  const counted = await db.signInAttempt.count()
  // Times vary on a busy machine. That each costs a hash shows when no more hashes can be had: none is answered then.
  let isOver = false
  const all = Array.from({ length: 42 }, async () => {
    while (!isOver) await hashPassword('keeps the others waiting')
  })
  for (const who of everybody) expect(await check(who), who).toEqual({ outcome: 'busy' })
  isOver = true
  await Promise.all(all)
  expect(await db.signInAttempt.count()).toBe(counted) // no password was checked: nothing was tried
}, 120_000)

test('whoever may set a password waits for it, however many there are', async () => {
  const hashes = await Promise.all(Array.from({ length: 45 }, () => hashPassword(password)))
  expect(new Set(hashes).size).toBe(45)
}, 60_000)

test('a known and an unknown account have the same waits', async () => {
  const waits = async (who: string) => {
    const outcomes = []
    for (let i = 0; i < 5; i++) outcomes.push(await checkPassword(who, 'wrong', `address of ${who}`))
    return outcomes
  }
  expect(await waits('nobody@example.org')).toEqual(await waits(email))
})

test('at once or after one another, in a day no more than ten checks of an account from an address', async () => {
  let checks = 0
  for (let round = 0; round < 40; round++) {
    const allowances = await Promise.all(Array.from({ length: 4 }, () => takeAttempt(email, 'there')))
    checks += allowances.filter((allowance) => allowance.wait === 0).length
    await wait(30 * 60) // twenty hours in all
  }
  expect(checks).toBe(10)
  expect((await checkPassword(email, password, 'there')).outcome).toBe('wait')
  expect((await checkPassword(email, password, 'elsewhere')).outcome).toBe('right')
  await wait(24 * 60 * 60)
  expect((await checkPassword(email, password, 'there')).outcome).toBe('right')
})

test('what is kept of an attempt does not say what was typed', async () => {
  await checkPassword('my secret in the wrong field', 'x', 'here')
  expect(JSON.stringify(await db.signInAttempt.findMany({ select: { account: true, address: true } }))).not.toContain(
    'secret',
  )
})
