import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrate } from '../scripts/migrations/migrate.mjs'
import { ensurePostgres } from '../scripts/postgres/postgres.mjs'
import { createDatabase } from '../scripts/program/database.mjs'
import { generateClientIfNeeded } from '../scripts/program/prisma-client.mjs'
import { seedIfEmpty } from '../scripts/program/seeding.mjs'

/**
 * Makes a cluster with the seed in `plenary` and nothing but tables in `unseeded`, to be copied: a copy takes a tenth
 * of a second, making it some ten. Playwright runs this before its workers, which learn of it by the environment.
 */
export default async function makeSeededCluster() {
  const folder = temporaryFolder()
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const server = await ensurePostgres({ dataDir: path.join(folder, 'postgres'), test: true })
  const log = () => {}
  await generateClientIfNeeded({ log })
  for (const database of ['unseeded', 'plenary']) {
    await createDatabase(server.url('postgres'), database)
    await migrate(server.url(database), { log })
  }
  await seedIfEmpty(server.url('plenary'), { log })
  await server.stop()
  process.env.E2E_SEEDED_CLUSTER = server.dataDir
}

/** Puts a copy of that cluster at `dataDir`, for a server of its own. */
export async function copySeededCluster(dataDir: string) {
  if (!process.env.E2E_SEEDED_CLUSTER) await makeSeededCluster()
  cpSync(process.env.E2E_SEEDED_CLUSTER ?? '', dataDir, { recursive: true })
}

/** A folder that PostgreSQL's own user may pass through when the journeys run as root. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'plenary-e2e-'))
  chmodSync(folder, 0o711)
  return folder
}
