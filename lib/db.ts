import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/client/client'
import { env } from './env'
import { currentPreview } from './preview/current'

function connect() {
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_CONNECTIONS,
      connectionTimeoutMillis: 2_000,
      idleTimeoutMillis: 30_000,
      query_timeout: 12_000,
      options: '-c statement_timeout=10s -c lock_timeout=4s -c idle_in_transaction_session_timeout=15s',
      application_name: 'plenary',
    }),
  })
}

const kept = globalThis as unknown as { plenaryDatabase?: ReturnType<typeof connect> }

/**
 * The database. Connects at the first query, so that importing it (as `next build` does) needs none. While a page of a
 * preview is rendered it is the transaction in which the draft is public (lib/preview).
 */
export const db = new Proxy({} as ReturnType<typeof connect>, {
  get(_target, key) {
    kept.plenaryDatabase ??= connect()
    const client = currentPreview()?.tx ?? kept.plenaryDatabase
    const value = Reflect.get(client, key) as unknown
    return typeof value === 'function' ? value.bind(client) : value
  },
})
