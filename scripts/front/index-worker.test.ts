import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { keepIndex } from './index-worker.mjs'

test('what a large change left over is in the index soon after, without another change', async () => {
  const published = { state: 'published', publishedAt: new Date() } as const
  const { id } = await db.topic.create({
    data: { slug: 'water', ...published, texts: { create: { language: 'en', status: 'original', name: 'Water' } } },
  })
  await db.$executeRaw`DELETE FROM search_document WHERE id = ${id}::uuid`
  await db.$executeRaw`INSERT INTO search_stale (kind, record_id, reach) VALUES ('topic', ${id}::uuid, 'later'), ('topic', ${randomUUID()}::uuid, 'later')`
  const indexed = async () => (await db.$queryRaw<unknown[]>`SELECT FROM search_document WHERE id = ${id}::uuid`).length
  expect(await indexed()).toBe(0)
  const worker = keepIndex(process.env.DATABASE_URL ?? '', { everyMs: 50 })
  await expect.poll(indexed).toBe(1)
  await worker.close()
  expect(await db.$queryRaw`SELECT FROM search_stale`).toEqual([])
})
