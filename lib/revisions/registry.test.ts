import { isDeepStrictEqual } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { fillArchive } from '@/lib/testing/factory'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { nouns } from './nouns'
import { registry } from './registry'

beforeAll(async () => {
  await startFromSeed()
  await fillArchive(db, {
    ...{ forums: 1, editions: 2, sessions: 12, people: 8, organisations: 4, topics: 4, speakers: 3, statements: 2 },
  })
})

const idsOf = async (noun: (typeof nouns)[number]) =>
  (await db.$queryRaw<{ id: string }[]>`SELECT id FROM search_public WHERE kind = ${noun}`).map(({ id }) => id)

const standing = (publicId: string | null) => ({
  ...{ state: 'published' as const, publishedAt: new Date(), withdrawnAt: null, version: 1, publicId },
})

test.each(nouns)('%s: what stands in the tables is read as content, written back, and read the same', async (noun) => {
  const ids = ['forum', 'source'].includes(noun)
    ? (noun === 'forum' ? await db.forum.findMany() : await db.source.findMany()).map(({ id }) => id)
    : await idsOf(noun)
  expect(ids.length).toBeGreaterThan(0)
  for (const { id, content: raw } of await registry[noun].read(ids)) {
    const { content, errors } = registry[noun].parse(raw)
    expect(errors).toBeUndefined()
    if (!content) return
    const publicId = { statement: db.statement, source: db.source }[noun as 'statement' | 'source']
    const row = publicId ? await (publicId as typeof db.source).findUniqueOrThrow({ where: { id } }) : null
    await db.$transaction((tx) => registry[noun].write(tx, id, content, standing(row?.publicId ?? null)))
    const [again] = await registry[noun].read([id])
    expect(registry[noun].parse(again?.content).content).toEqual(content)
    // Parsed once more it stays what it is: contents are canonical.
    expect(isDeepStrictEqual(registry[noun].parse(content).content, content)).toBe(true)
    expect(registry[noun].parse(JSON.parse(JSON.stringify(content))).content).toEqual(content)
  }
})
