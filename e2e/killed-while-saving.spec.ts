import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import pg from 'pg'
import { createAccount, signIn } from './accounts.ts'
import { ownPostgres, startArchive } from './server.ts'

/**
 * Power goes while a save is on its way, sooner or later each time: the whole save is there or none of it, the form
 * still holds what was typed, and saves it when all is back. Every single message to the database is broken off in
 * lib/revisions/save-whole.test.ts.
 */
const KILLS = 6

type Archive = Awaited<ReturnType<typeof startArchive>>
type Postgres = Awaited<ReturnType<typeof ownPostgres>>
let postgres: Postgres
let archive: Archive

test.describe.configure({ mode: 'serial', timeout: 300_000 })
test.beforeAll(async () => {
  postgres = await ownPostgres({ isSafe: true })
  archive = await startArchive(postgres.url)
})
test.afterAll(async () => {
  await archive.remove()
  await postgres.remove()
})

const title = (page: Page) => page.getByRole('textbox', { name: 'Title', exact: true }).first()
const saveLine = (page: Page) => page.getByRole('status').filter({ hasText: /^(Saved |Saving|Not saved)/ })

async function openNewSession(page: Page) {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await signIn(page, client, await createAccount(client, 'contributor'), archive.data)
  await client.end()
  await page.goto(`${archive.url}/admin/sessions/new`)
  await page.getByLabel('Title of the session').fill('Before')
  await page.getByRole('button', { name: 'Create draft' }).click()
  await expect(saveLine(page)).toContainText(/^Saved .*Version 1\./)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** The title as saved, once everything that a save writes has been seen to agree. */
async function wholeTitle(id: string): Promise<string> {
  const { rows } = await postgres.query(
    `SELECT record.content #>> '{texts,en,title}' AS title, record.titles ->> 'en' AS name,
       revision.content = record.content AS "isRevision",
       (SELECT max(version) FROM revision WHERE record_id = record.id) = record.version AS "isNewest",
       (SELECT count(DISTINCT version) FROM audit_entry WHERE record_id = record.id::text)::int AS acts,
       (SELECT count(*) FROM revision WHERE record_id = record.id)::int AS revisions
     FROM record JOIN revision ON record_id = record.id AND revision.version = record.version WHERE record.id = $1`,
    [id],
  )
  const [row] = rows
  expect(row).toEqual({
    ...{ title: row.name, name: row.name, isRevision: true, isNewest: true },
    ...{ acts: row.revisions, revisions: row.revisions },
  })
  return row.title
}

async function killDuringSaves(page: Page, id: string, kill: () => Promise<void>, restart: () => Promise<void>) {
  let before = 'Before'
  for (let n = 0; n < KILLS; n++) {
    const typed = `Typed before loss ${n}`
    await title(page).fill(typed)
    await page.keyboard.press('Control+s')
    await new Promise((resolve) => setTimeout(resolve, n * 12)) // another point of the save each time
    await kill()
    await expect(saveLine(page)).toHaveText(/^(Saved |Not saved)/)
    const isAcknowledged = (await saveLine(page).textContent())?.startsWith('Saved ')
    await expect(title(page)).toHaveValue(typed)
    await restart()
    const stands = await wholeTitle(id)
    expect([before, typed]).toContain(stands)
    if (isAcknowledged) expect(stands).toBe(typed)
    // By itself the form tries again after some seconds; by hand at once.
    await page.keyboard.press('Control+s')
    await expect(saveLine(page)).toHaveText(/^Saved /)
    await expect(title(page)).toHaveValue(typed)
    expect(await wholeTitle(id)).toBe(typed)
    before = typed
  }
}

test('the server is killed', async ({ page }) => {
  const id = await openNewSession(page)
  await killDuringSaves(
    page,
    id,
    () => archive.stop('SIGKILL'),
    () => archive.start(),
  )
})

test('the database is killed', async ({ page }) => {
  const id = await openNewSession(page)
  await killDuringSaves(
    page,
    id,
    async () => {
      const [pid] = readFileSync(path.join(postgres.dataDir, 'postmaster.pid'), 'utf8').split('\n')
      process.kill(Number(pid), 'SIGKILL')
    },
    () => postgres.start(),
  )
})
