import { expect, test } from 'vitest'
import { db } from '@/lib/db'

const version = async () => (await db.contentVersion.findUniqueOrThrow({ where: { id: 1 } })).version

test('a committed change raises the content version once, whatever it touches', async () => {
  const before = await version()
  await db.forum.create({
    data: { slug: 'a', texts: { create: { language: 'en', status: 'original', name: 'A forum' } } },
  })
  expect(await version()).toBe(before + 1n)
})

test('a change that is rolled back leaves it alone', async () => {
  const before = await version()
  const failing = db.$transaction(async (tx) => {
    await tx.forum.update({ where: { slug: 'a' }, data: { website: 'https://example.org' } })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await version()).toBe(before)
})

test('what readers do not see leaves it alone', async () => {
  const before = await version()
  await db.user.create({ data: { email: 'a@example.org', name: 'A', role: 'editor' } })
  expect(await version()).toBe(before)
})
