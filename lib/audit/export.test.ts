import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { exportAudit } from './export'
import { readAuditFilter } from './filter'

const actor = randomUUID()
const all = async (format: 'csv' | 'json', query: Record<string, string> = {}) => {
  const pieces: string[] = []
  for await (const piece of exportAudit(readAuditFilter(query), format)) pieces.push(piece)
  return pieces
}

beforeAll(async () => {
  await db.$executeRaw`
    INSERT INTO audit_entry (actor_id, act, noun, record_id, version, detail)
    SELECT CASE WHEN n % 2 = 0 THEN ${actor}::uuid END, CASE WHEN n % 2 = 0 THEN '=evil()' ELSE 'record.save' END, 'topic',
      'x', n, '{"a": "one, \\"two\\""}' FROM generate_series(1, 2500) n`
})

test('every entry is in the file once, in order, with its hashes, some at a time', async () => {
  const pieces = await all('json')
  expect(pieces).toHaveLength(5)
  const entries = JSON.parse(pieces.join('')) as { id: number; hash: string; previousHash: string }[]
  expect(entries.map(({ id }) => id)).toEqual(Array.from({ length: 2500 }, (_, n) => n + 1))
  expect(entries.slice(1).every(({ previousHash }, n) => previousHash === entries[n]?.hash)).toBe(true)
})

test('a filter narrows it, and a spreadsheet runs nothing of it', async () => {
  const rows = (await all('csv', { actor })).join('').trimEnd().split('\r\n')
  expect(rows[0]).toBe('\ufeffid,at,actorId,act,noun,recordId,version,detail,previousHash,hash')
  expect(rows).toHaveLength(1251)
  expect(rows[1]).toMatch(
    /^2,\d{4}-[^,]+,[0-9a-f-]{36},'=evil\(\),topic,x,2,"\{""a"":""one, \\""two\\""""\}",[0-9a-f]{64},/,
  )
  expect(JSON.parse((await all('json', { act: 'nothing' })).join(''))).toEqual([])
})
