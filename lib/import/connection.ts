import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { Prisma, PrismaClient } from '@/prisma/client/client'

const HOUR = 3_600_000

/**
 * Runs one transaction on a connection of its own: a large import takes longer than any page may, and what it needs of
 * memory to sort and join is nothing for the others.
 */
export async function inLongTransaction<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  const client = new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: 1,
      connectionTimeoutMillis: 5_000,
      options:
        '-c statement_timeout=0 -c lock_timeout=20s -c idle_in_transaction_session_timeout=120s -c work_mem=64MB -c jit=off -c gin_pending_list_limit=256MB',
      application_name: 'plenary-import',
    }),
  })
  try {
    return await client.$transaction(work, { timeout: HOUR, maxWait: 10_000 })
  } finally {
    await client.$disconnect()
  }
}

/** Parts of a list, so that no statement carries all of a large import. */
export function* inParts<T>(list: readonly T[], size = 1000): Generator<T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size)
}

/** A list as rows of a statement: `jsonb_to_recordset` gives them their types. */
export const asRows = (rows: readonly object[]) => Prisma.sql`${JSON.stringify(rows)}::jsonb`
