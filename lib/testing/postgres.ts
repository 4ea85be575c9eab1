import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../scripts/migrations/migrate.mjs'
import { ensurePostgres } from '../../scripts/postgres/postgres.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the migrated, empty database that each test file gets a copy of. */
    templateUrl: string
  }
}

const TEMPLATE = `test_template_${process.pid}`

/** One real Postgres for the whole run, with a migrated template in it. */
export default async function setup(project: TestProject) {
  const server = await ensurePostgres({ test: true })
  const admin = new pg.Client({ connectionString: server.url('postgres') })
  await admin.connect()
  const left = await admin.query<{ datname: string }>(`SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'`)
  // A server that was already up belongs to another run, and so may its databases.
  for (const { datname } of server.reused ? [] : left.rows) await admin.query(`DROP DATABASE "${datname}" WITH (FORCE)`)
  await admin.query(`CREATE DATABASE ${TEMPLATE}`)
  await migrate(server.url(TEMPLATE), { log: () => {} })
  await admin.end()
  project.provide('templateUrl', server.url(TEMPLATE))
  return () => server.stop()
}
