import pg from 'pg'
import { afterAll, inject } from 'vitest'

/** Every test file has a database of its own, copied from the template in some twenty milliseconds. */
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

afterAll(async () => {
  const { db } = await import('@/lib/db')
  await db.$disconnect()
  await onServer(`DROP DATABASE "${name}" WITH (FORCE)`)
})
