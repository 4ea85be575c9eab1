import { beforeEach, expect, test } from 'vitest'
import { tokenHash } from '@/lib/auth/one-time-links'
import { findSession } from '@/lib/auth/sessions'
import { db } from '@/lib/db'
import type { UserRole } from '@/prisma/client/enums'
import { createFirstAdministrator } from './first-administrator'
import { acceptInvitation, findInvitation, invite, takeBackInvitation } from './invitations'
import { changePassword, changeRole, endSignIns, setDisabled } from './mutations'
import { isResetLink, newMailedResetLink, newResetLink, resetPassword } from './password-reset'
import { accountOfProvided } from './provided'

const person = { name: 'Aida', password: 'correct horse battery' }
let count = 0
const create = (role: UserRole = 'editor') =>
  db.user.create({ data: { email: `user${++count}@example.org`, name: `User ${count}`, role } })
const signIn = (userId: string) => db.signIn.create({ data: { userId, expiresAt: new Date(Date.now() + 86_400_000) } })
const actsOn = async (recordId: string) =>
  (await db.auditEntry.findMany({ where: { recordId }, orderBy: { id: 'asc' } })).map(({ act }) => act)
const token = (made: { token: string } | string | null) => {
  if (!made || typeof made === 'string') throw new Error(String(made))
  return made.token
}

beforeEach(async () => {
  await db.oneTimeLink.deleteMany()
  await db.user.deleteMany()
})

test('the first administrator: of two who use the link at once one is made', async () => {
  const data = { tokenHash: tokenHash('t'), purpose: 'first_administrator' as const }
  await db.oneTimeLink.create({ data: { ...data, expiresAt: new Date(Date.now() + 1000_000) } })
  const outcomes = await Promise.all(
    ['a@example.org', 'b@example.org'].map((email) => createFirstAdministrator('t', { ...person, email }, 'kk')),
  )
  expect(outcomes.filter((outcome) => outcome === 'link-used')).toHaveLength(1)
  expect(await db.user.findMany({ select: { role: true, locale: true } })).toEqual([
    { role: 'administrator', locale: 'kk' },
  ])
})

test('an invitation works once, also for two at once, and makes who was invited', async () => {
  const admin = await create('administrator')
  const link = token(await invite({ email: 'new@example.org', role: 'contributor' }, admin.id))
  const outcomes = await Promise.all([acceptInvitation(link, person, 'ru'), acceptInvitation(link, person, 'ru')])
  expect(outcomes.filter((outcome) => outcome === 'link-used')).toHaveLength(1)
  const user = await db.user.findUniqueOrThrow({ where: { email: 'new@example.org' } })
  expect(user).toMatchObject({ role: 'contributor', name: 'Aida', locale: 'ru' })
  expect(await actsOn(user.id)).toEqual(['account_created'])
  expect(await findInvitation(link)).toBeNull()
})

test('an invitation that is replaced, withdrawn, too old or for somebody who came otherwise opens nothing', async () => {
  const admin = await create('administrator')
  const to = (email: string) => invite({ email, role: 'editor' }, admin.id)
  const first = token(await to('x@example.org'))
  const second = token(await to('x@example.org'))
  expect(await acceptInvitation(first, person, 'en')).toBe('link-used')
  const { id } = await db.oneTimeLink.findFirstOrThrow({ where: { tokenHash: tokenHash(second) } })
  await takeBackInvitation(id, admin.id)
  expect(await acceptInvitation(second, person, 'en')).toBe('link-used')

  const old = token(await to('y@example.org'))
  await db.oneTimeLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } })
  expect(await acceptInvitation(old, person, 'en')).toBe('link-used')

  const late = token(await to('z@example.org'))
  await db.user.create({ data: { email: 'z@example.org', name: 'Z', role: 'contributor' } })
  expect(await acceptInvitation(late, person, 'en')).toBe('link-used')
  expect((await db.user.findUniqueOrThrow({ where: { email: 'z@example.org' } })).role).toBe('contributor')
  expect(await to('z@example.org')).toBe('email-taken')
  const kept = JSON.stringify(await db.oneTimeLink.findMany())
  for (const secret of [first, second, old, late]) expect(kept).not.toContain(secret)
})

test('a reset link works once, also for two at once, and ends every sign-in and other link', async () => {
  const [admin, user] = [await create('administrator'), await create()]
  const session = await signIn(user.id)
  const replaced = token(await newResetLink(user.id, admin.id))
  const link = token(await newResetLink(user.id, admin.id))
  expect(await isResetLink(replaced)).toBe(false)
  const mailed = token(await newMailedResetLink(user.email))
  const outcomes = await Promise.all([resetPassword(link, person.password), resetPassword(link, 'another long one')])
  expect(outcomes.sort()).toEqual(['changed', 'link-used'])
  expect(await findSession(session.id)).toBeNull()
  expect(await resetPassword(mailed, person.password)).toBe('link-used')
})

test('a reset link is mailed three times an hour, and to nobody who has no account', async () => {
  const user = await create()
  const made = []
  for (let i = 0; i < 5; i++) made.push(await newMailedResetLink(user.email))
  expect(made.filter(Boolean)).toHaveLength(3)
  expect(await newMailedResetLink('nobody@example.org')).toBeNull()
  await setDisabled(user.id, true, user.id)
  expect(await newMailedResetLink(user.email)).toBeNull()
})

test('the archive is never left without an administrator, also when two go at once', async () => {
  const [one, two] = [await create('administrator'), await create('administrator')]
  const outcomes = await Promise.all([changeRole(one.id, 'editor', one.id), setDisabled(two.id, true, two.id)])
  expect(outcomes.sort()).toEqual(['changed', 'last-administrator'])
  expect(await db.user.count({ where: { role: 'administrator', isDisabled: false } })).toBe(1)
  const left = await db.user.findFirstOrThrow({ where: { role: 'administrator', isDisabled: false } })
  expect(await changeRole(left.id, 'contributor', left.id)).toBe('last-administrator')
  expect(await setDisabled(left.id, true, left.id)).toBe('last-administrator')
  expect(await actsOn(left.id), 'what was undone is not in the audit').toEqual([])
})

test('a disabled account and a lowered role hold at the next request', async () => {
  await create('administrator')
  const user = await create()
  const [here, there] = [await signIn(user.id), await signIn(user.id)]
  await changeRole(user.id, 'contributor', user.id)
  expect((await findSession(here.id))?.user.role).toBe('contributor')
  await setDisabled(user.id, true, user.id)
  expect([await findSession(here.id), await findSession(there.id)]).toEqual([null, null])
  await setDisabled(user.id, false, user.id)
  expect(await findSession(here.id), 'an ended sign-in does not come back').toBeNull()
  expect(await actsOn(user.id)).toEqual(['role_changed', 'user_disabled', 'user_enabled'])
})

test('a new password ends the other sign-ins; one’s own can be ended, others’ cannot', async () => {
  const [user, other] = [await create(), await create()]
  const [here, there, others] = [await signIn(user.id), await signIn(user.id), await signIn(other.id)]
  await changePassword(user.id, person.password, here.id)
  expect(await findSession(here.id)).not.toBeNull()
  expect(await findSession(there.id)).toBeNull()
  await endSignIns(user.id, { id: others.id })
  expect(await findSession(others.id)).not.toBeNull()
  await endSignIns(user.id, { id: here.id })
  expect(await findSession(here.id)).toBeNull()
})

test('a sign-in ends after thirty days, and after seven in which nobody came', async () => {
  const user = await create()
  const day = 86_400_000
  const old = await db.signIn.create({ data: { userId: user.id, expiresAt: new Date(Date.now() - 1) } })
  const idle = await signIn(user.id)
  await db.signIn.update({ where: { id: idle.id }, data: { lastSeenAt: new Date(Date.now() - 7.1 * day) } })
  expect([await findSession(old.id), await findSession(idle.id)]).toEqual([null, null])
})

test('who the provider vouches for: linked, with the e-mail address of an account, or invited; nobody else', async () => {
  const user = await create()
  const as = (subject: string, email: string) => accountOfProvided({ subject, email, name: 'N' }, 'en')
  expect(await as('p 1', user.email)).toMatchObject({ userId: user.id })
  expect(await as('p 1', 'changed@example.org')).toMatchObject({ userId: user.id })
  expect(await as('p 2', user.email), 'another person at the provider with the same address').toBeNull()
  expect(await as('p 3', 'stranger@example.org')).toBeNull()
  await invite({ email: 'guest@example.org', role: 'contributor' }, user.id)
  const guest = await as('p 4', 'guest@example.org')
  expect(await db.user.findUniqueOrThrow({ where: { id: guest?.userId ?? '' } })).toMatchObject({
    role: 'contributor',
    name: 'N',
  })
  await create('administrator')
  await setDisabled(user.id, true, user.id)
  expect(await as('p 1', user.email)).toBeNull()
})
