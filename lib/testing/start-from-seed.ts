import pg from 'pg'
import { inject } from 'vitest'
import { db } from '@/lib/db'
import { writeSeed } from '@/prisma/seed/write-seed'

/**
 * Gives a test file, which has written nothing yet, the seed. The first file that asks writes it and leaves a copy for
 * the others: writing it takes seconds, copying it a twentieth of one.
 */
export async function startFromSeed() {
  const [template = ''] = /test_template_\d+/.exec(inject('templateUrl')) ?? []
  const copy = template.replace('template', 'seed')
  const server = new URL(process.env.DATABASE_URL ?? '')
  const own = server.pathname.slice(1)
  server.pathname = '/postgres'
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext('the seed of tests'))`)
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [copy])
    if (rowCount) {
      await client.query(`DROP DATABASE "${own}" WITH (FORCE)`)
      await client.query(`CREATE DATABASE "${own}" TEMPLATE "${copy}" STRATEGY file_copy`)
    } else {
      await writeSeed(db)
      await db.$disconnect() // whoever is connected is in the way of a copy
      await client.query(`CREATE DATABASE "${copy}" TEMPLATE "${own}" STRATEGY file_copy`)
    }
  } finally {
    await client.end()
  }
}
