import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { writeAudit } from './write'

const chain = () => db.auditEntry.findMany({ orderBy: { id: 'asc' } })
const firstBroken = () => db.$queryRaw<{ id: bigint; reason: string }[]>`SELECT * FROM first_broken_audit_entry()`
const write = (act: string) =>
  db.$transaction((tx) => writeAudit(tx, { actorId: randomUUID(), act, detail: { from: 'a', to: 1.5 } }))

test('each entry carries the hash of the one before it', async () => {
  await write('one')
  await db.$transaction((tx) =>
    writeAudit(tx, { actorId: null, act: 'two', noun: 'session', recordId: 'x', version: 3 }),
  )
  const [one, two] = await chain()
  expect(one).toMatchObject({ id: 1n, act: 'one', previousHash: '0'.repeat(64), detail: { from: 'a', to: 1.5 } })
  expect(two).toMatchObject({
    id: 2n,
    noun: 'session',
    recordId: 'x',
    version: 3,
    previousHash: one?.hash,
    detail: null,
  })
  expect(await firstBroken()).toEqual([])
})

test('writers at once make one chain, and one that fails leaves no gap', async () => {
  const failing = db.$transaction(async (tx) => {
    await writeAudit(tx, { actorId: null, act: 'undone' })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await Promise.all(Array.from({ length: 12 }, (_, i) => write(`at once ${i}`)))
  expect((await chain()).map(({ id }) => Number(id))).toEqual(Array.from({ length: 14 }, (_, i) => i + 1))
  expect(await firstBroken()).toEqual([])
})

test('nothing can be changed, taken away or emptied', async () => {
  await expect(db.$executeRaw`UPDATE audit_entry SET act = 'other' WHERE id = 1`).rejects.toThrow(/only be added/)
  await expect(db.$executeRaw`DELETE FROM audit_entry WHERE id = 1`).rejects.toThrow(/only be added/)
  await expect(db.$executeRaw`TRUNCATE audit_entry`).rejects.toThrow(/only be added/)
  expect(await chain()).toHaveLength(14)
})

test.each([
  ['a changed row', 'UPDATE audit_entry SET act = $$other$$ WHERE id = 5', 5n, 'changed'],
  ['a changed time', "UPDATE audit_entry SET at = at + interval '1 hour' WHERE id = 2", 2n, 'changed'],
  ['a row that is gone', 'DELETE FROM audit_entry WHERE id = 7', 8n, 'missing before'],
  ['a row hashed anew', "UPDATE audit_entry SET hash = repeat('a', 64) WHERE id = 3", 3n, 'changed'],
])('%s, made behind the triggers, is found', async (_what, sql, id, reason) => {
  const undone = new Error('undone')
  const tampering = db.$transaction(async (tx) => {
    await tx.$executeRaw`ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_unchanged`
    await tx.$executeRaw`SELECT set_config('plenary.sql', ${sql}, true)`
    await tx.$executeRaw`DO $$ BEGIN EXECUTE current_setting('plenary.sql'); END $$`
    expect(await tx.$queryRaw`SELECT * FROM first_broken_audit_entry()`).toEqual([{ id, reason }])
    throw undone
  })
  await expect(tampering).rejects.toBe(undone)
})
