import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { publishedSession, publishedSpeaker, publishedStatement } from '@/lib/published'
import { fillArchive } from './factory'

test('the factory fills an archive of the size asked for, all of it public', async () => {
  await fillArchive(db, {
    forums: 2,
    editions: 4,
    sessions: 60,
    people: 30,
    organisations: 10,
    topics: 8,
    speakers: 3,
    statements: 2,
  })
  expect(await db.edition.count()).toBe(4)
  expect(await db.session.count({ where: publishedSession })).toBe(60)
  expect(await db.statement.count({ where: publishedStatement })).toBe(120)
  expect(await db.person.count({ where: publishedSpeaker })).toBeGreaterThan(20)
})
