import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { hash } from '@node-rs/argon2'
import type { BrowserContext } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import type pg from 'pg'

export type Role = 'contributor' | 'editor' | 'administrator'
export type Account = { id: string; email: string; name: string; role: Role; password: string }

const PASSWORD = 'correct horse battery'
const DATA = path.resolve(import.meta.dirname, '../.data/e2e')
let passwordHash: Promise<string> | undefined

/** Somebody with an account, straight into the database: nobody else has this e-mail address. */
export async function createAccount(database: pg.Client, role: Role, called?: string): Promise<Account> {
  passwordHash ??= hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const id = randomUUID()
  const account = { id, email: `${role}-${id}@example.org`, name: called ?? `Test ${role} ${id.slice(0, 4)}`, role }
  await database.query(
    `INSERT INTO "user" (id, email, name, role, password_hash, locale, updated_at) VALUES ($1, $2, $3, $4, $5, 'en', now())`,
    [id, account.email, account.name, role, await passwordHash],
  )
  return { ...account, password: PASSWORD }
}

/** The cookie of a new sign-in, as the archive would set it; `data` is the data folder of the archive under test. */
export async function signInCookie(database: pg.Client, account: Account, data = DATA) {
  const id = randomUUID()
  await database.query(
    `INSERT INTO sign_in (id, user_id, expires_at, user_agent, address) VALUES ($1, $2, now() + interval '1 day', '', '')`,
    [id, account.id],
  )
  const secret = readFileSync(path.join(data, 'auth-secret'), 'utf8').trim()
  return { name: 'plenary-sign-in', value: await encode({ token: { id }, secret, salt: 'plenary-sign-in' }) }
}

/** Signs a browser in without its going through the form. Takes a page or its context. */
export async function signIn(
  where: { context(): BrowserContext } | BrowserContext,
  database: pg.Client,
  account: Account,
  data = DATA,
): Promise<void> {
  const context = 'addCookies' in where ? where : where.context()
  await context.addCookies([{ ...(await signInCookie(database, account, data)), domain: 'localhost', path: '/' }])
}
