import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { env } from './env'
import { isDatabaseThere } from './health'

test('a database that answers is there', async () => {
  expect(await isDatabaseThere()).toBe(true)
})

test('a database that does not answer in time is away, and back when it does', async () => {
  // Prisma asks only once somebody waits for the answer.
  const busy = Array.from({ length: env().DATABASE_CONNECTIONS }, () =>
    db.$queryRaw`SELECT pg_sleep(3)::text`.then(() => {}),
  )
  const asked = performance.now()
  expect(await isDatabaseThere()).toBe(false)
  expect(performance.now() - asked).toBeLessThan(2500)
  await Promise.allSettled(busy)
  expect(await isDatabaseThere()).toBe(true)
})
