import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type APIResponse, expect, test } from '@playwright/test'
import { z } from 'zod'
import { type Account, createAccount, type Role, signInCookie } from './accounts.ts'
import { withDatabase } from './database.ts'
import { letIn, permissionTable, type Who } from './permission-table.ts'

/** What the build holds: the table is compared with the program, not with a list that somebody keeps. */
const built = (file: string): unknown =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../.next/server', file), 'utf8'))
const paths = Object.keys(z.record(z.string(), z.string()).parse(built('app-paths-manifest.json')))
const { node: actions } = z
  .object({
    node: z.record(
      z.string(),
      z.object({ workers: z.record(z.string(), z.unknown()), filename: z.string(), exportedName: z.string() }),
    ),
  })
  .parse(built('server-reference-manifest.json'))

/** A made-up value for each parameter: who is let in is told that there is no such thing, who is not is not told. */
const address = (route: string) =>
  route.replace(/\[[^\]]+\]/g, (name) => (name === '[locale]' ? 'ru' : '019ab000-0000-7000-8000-000000000000'))
const withoutGroups = (route: string) => route.replace(/\/\([^)]+\)/g, '')

const found: { name: string; ask: { at: string; action?: string } }[] = [
  ...paths.flatMap((each) => {
    const [, route = '', kind = ''] = /^(.*)\/(page|route)$/.exec(withoutGroups(each)) ?? []
    const isOurs = kind === 'route' || /^\/(?:admin|sign-in)(?:\/|$)/.test(route)
    return isOurs ? [{ name: `${kind} ${route}`, ask: { at: address(route) } }] : []
  }),
  ...Object.entries(actions).map(([id, { workers, filename, exportedName }]) => {
    const worker = Object.keys(workers).sort()[0] ?? ''
    return {
      name: `action ${filename.replace(/^app\/|\/actions\.ts$/g, '')} ${exportedName}`,
      ask: { at: address(withoutGroups(worker.replace(/^app|\/page$/g, ''))), action: id },
    }
  }),
]

/** How an answer stands to whoever asked: sent away to sign in, refused, or anything else, which is being let in. */
async function outcomeOf(answer: APIResponse): Promise<'sign-in' | 'refused' | 'in'> {
  const { location = '', 'x-action-redirect': actionRedirect = '' } = answer.headers()
  if (/^\/sign-in(?:\?return=.*)?$/.test((location || actionRedirect).replace(/;(?:push|replace)$/, '')))
    return 'sign-in'
  if (answer.status() === 401) return 'sign-in' // what answers programs says so and leads nowhere
  if (answer.status() === 403) return 'refused'
  // Saving never leads away from a form that holds what was typed: it answers with a value.
  const [, kind] = /"kind":"(signedOut|refused)"/.exec(await answer.text()) ?? []
  return kind === 'signedOut' ? 'sign-in' : kind === 'refused' ? 'refused' : 'in'
}

test('everything the build holds is in the table, and nothing else', () => {
  expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(permissionTable).sort())
})

// Some hundred and seventy requests to each, of which pictures take long on a busy machine.
test.describe.configure({ timeout: 300_000 })
const everybody: Who[] = ['nobody', 'contributor', 'editor', 'administrator']
for (const who of everybody) {
  test(`what ${who} may, in all of it`, async ({ playwright, baseURL }) => {
    const request = await playwright.request.newContext({ baseURL })
    await withDatabase(async (database) => {
      const account: Account | null = who === 'nobody' ? null : await createAccount(database, who satisfies Role)
      for (const { name, ask } of found) {
        // A sign-in of its own for each: some of the actions end it.
        const cookie = account && (await signInCookie(database, account))
        const headers: Record<string, string> = cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}
        const sent = { headers: { ...headers, origin: baseURL ?? '' }, maxRedirects: 0 }
        let answer = ask.action
          ? await request.post(ask.at, {
              ...sent,
              headers: { ...sent.headers, 'next-action': ask.action },
              multipart: asReply(ask.action),
            })
          : await request.get(ask.at, { headers, maxRedirects: 0 })
        if (answer.status() === 405) answer = await request.post(ask.at, { ...sent, multipart: { sent: '1' } })
        const needed = permissionTable[name]
        const expected =
          needed && (letIn[needed] as readonly Who[]).includes(who) ? 'in' : account ? 'refused' : 'sign-in'
        expect.soft({ name, outcome: await outcomeOf(answer) }).toEqual({ name, outcome: expected })
        if (/^(?:page|action)/.test(name)) expect.soft(answer.headers()['cache-control'], name).toContain('no-store')
      }
    })
    await request.dispose()
  })
}

/** An empty form as React sends it to an action; its id says how many arguments it takes. */
function asReply(id: string): Record<string, string> {
  const mask = (Number.parseInt(id.slice(0, 2), 16) >> 1) & 0b111111
  const count = mask.toString(2).replaceAll('0', '').length
  const before = '{},'.repeat(Math.max(0, count - 1))
  return count > 0 ? { '1_sent': '1', '0': `[${before}"$K1"]` } : { '0': '[]' }
}
