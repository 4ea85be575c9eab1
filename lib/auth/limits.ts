import 'server-only'
import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { type Failures, secondsToWait } from './waits'

const accountKey = (account: string) => createHash('sha256').update(account).digest('hex')

/**
 * Takes one check of a password or code from the allowance of an account and an address. It is counted before it is
 * made, under a lock of the address, so that many at once get no more than one after another. Kept in Postgres: a
 * restart gives nobody a new allowance, and an account that does not exist has one like any other.
 * @returns after how many seconds a check may be made; 0 when it was taken, as `id`, and is to be made now
 */
export async function takeAttempt(account: string, address: string): Promise<{ wait: number; id: bigint | null }> {
  const key = accountKey(account)
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('sign-in ' || ${address}, 0))`
    await tx.$executeRaw`
      DELETE FROM sign_in_attempt WHERE id IN (
        SELECT id FROM sign_in_attempt WHERE at < now() - interval '1 day' LIMIT 1000 FOR UPDATE SKIP LOCKED)`
    const [failures] = await tx.$queryRaw<Failures[]>`
      SELECT
        count(*) FILTER (WHERE of_account)::int AS pair,
        min(ago) FILTER (WHERE of_account) AS "pairLast",
        max(ago) FILTER (WHERE of_account) AS "pairOldest",
        count(*)::int AS address,
        min(ago) AS "addressLast",
        max(ago) AS "addressOldest",
        (SELECT count(*)::int FROM (
          SELECT FROM sign_in_attempt WHERE account = ${key} AND at > now() - interval '1 day' LIMIT 100
        ) AS recent) AS account
      FROM (
        SELECT account = ${key} AS of_account, extract(epoch FROM clock_timestamp() - at)::float8 AS ago
        FROM sign_in_attempt WHERE address = ${address} AND at > now() - interval '1 day'
      ) AS attempt`
    const wait = failures ? secondsToWait(failures) : 0
    if (wait > 0) return { wait, id: null }
    const { id } = await tx.signInAttempt.create({ data: { account: key, address }, select: { id: true } })
    return { wait, id }
  })
}

/** Of a check that was not made after all, as too many were going on. */
export async function giveBackAttempt(id: bigint | null): Promise<void> {
  if (id !== null) await db.signInAttempt.deleteMany({ where: { id } })
}

/** After a success: what was counted of the account from this address counts no more. */
export async function forgiveAttempts(account: string, address: string): Promise<void> {
  await db.signInAttempt.deleteMany({ where: { account: accountKey(account), address } })
}
