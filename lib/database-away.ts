import 'server-only'
import { Prisma } from '@/prisma/client/client'

/** Whether an error says that the database cannot be reached or did not answer in time, rather than that something is wrong. */
export function databaseIsAway(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  // Prisma: cannot reach, timed out, closed, no connection free, transaction not begun; Node: no socket.
  return (
    /^(P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P0[123])$/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Server has closed the connection|Can't reach database/i.test(
      error.message,
    )
  )
}
