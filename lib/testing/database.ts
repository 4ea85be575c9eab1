import pg from 'pg'
import { afterAll, inject, vi } from 'vitest'

/**
 * A process tests many files one after another, as it takes longer to start one and load the packages than most files
 * take. Each file begins afresh all the same: with our own modules not loaded yet, the environment as it was, and a
 * database of its own, copied from the template in some twenty milliseconds.
 */
vi.resetModules()
const environment = { ...process.env }
const template = inject('templateUrl')
const templateName = /\/(test_template_\d+)/.exec(template)?.[1] ?? ''
const at = (database: string) => template.replace(templateName, database)
const name = `test_${process.env.VITEST_POOL_ID}_${process.pid}_${Date.now().toString(36)}`

async function onServer(sql: string) {
  const client = new pg.Client({ connectionString: at('postgres') })
  await client.connect()
  await client.query(sql)
  await client.end()
}

await onServer(`CREATE DATABASE "${name}" TEMPLATE "${templateName}" STRATEGY file_copy`)
process.env.DATABASE_URL = at(name)
process.env.NEXTAUTH_SECRET = 'a secret of the tests, long enough to be one'

/** What our modules keep for the whole process: it would outlive them. */
const kept = globalThis as { plenaryDatabase?: { $disconnect(): Promise<void> }; plenarySearchPool?: pg.Pool }

afterAll(async () => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  await kept.plenaryDatabase?.$disconnect()
  await kept.plenarySearchPool?.end()
  delete kept.plenaryDatabase
  delete kept.plenarySearchPool
  await onServer(`DROP DATABASE "${name}" WITH (FORCE)`)
  for (const key of Object.keys(process.env)) if (!(key in environment)) delete process.env[key]
  Object.assign(process.env, environment)
})
