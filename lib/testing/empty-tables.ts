import { db } from '@/lib/db'

/**
 * Takes every record and every public row out of a test's database. The archive itself cannot: what was public and what
 * was redacted can only be added to, so the triggers that see to it are passed over here.
 */
export async function emptyTables(): Promise<void> {
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`TRUNCATE forum, person, organisation, topic, source, record CASCADE`,
  ])
}
