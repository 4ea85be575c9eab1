// npm run screenshots: the pictures of the README and of the desk's help, taken from an archive started for it, so that
// they stay true.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import pg from 'pg'
import { createAccount, signIn } from '../e2e/accounts'
import { browserPath } from '../e2e/browser'
import { ownPostgres, startArchive } from '../e2e/server'

const HELP = path.resolve(import.meta.dirname, '../public/help')
const FOLDER = path.resolve(import.meta.dirname, '../docs/screenshots')
const forum = '/forums/astana-think-tank-forum'

const shots = [
  { name: 'home', address: '/', width: 1360, height: 1000, scheme: 'light' },
  { name: 'home-dark', address: '/', width: 1360, height: 1000, scheme: 'dark' },
  { name: 'edition', address: `${forum}/2025`, width: 1360, height: 1000, scheme: 'light' },
  {
    name: 'session',
    address: `${forum}/2025/sessions/renewal-of-international-institutions`,
    width: 1360,
    height: 1000,
    scheme: 'light',
  },
  { name: 'speaker-kazakh-phone', address: '/kk/speakers/joshua-lincoln', width: 390, height: 844, scheme: 'light' },
] as const

for (const folder of [FOLDER, HELP]) mkdirSync(folder, { recursive: true })
const postgres = await ownPostgres()
const archive = await startArchive(postgres.url)
const executablePath = await browserPath()
const browser = await chromium.launch(executablePath ? { executablePath } : {})
try {
  for (const { name, address, width, height, scheme } of shots) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme })
    await page.goto(archive.url + address)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: path.join(FOLDER, `${name}.png`) })
    await page.close()
    console.log(`docs/screenshots/${name}.png`)
  }
  await takeDesk(browser)
} finally {
  await browser.close()
  await archive.remove()
  await postgres.remove()
}
process.exit()

/** The desk as an editor sees it, on the seed with one change that waits for review. */
async function takeDesk(browser: Browser) {
  const database = new pg.Client({ connectionString: postgres.url })
  await database.connect()
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, colorScheme: 'light' })
  const page = await context.newPage()
  try {
    const account = await createAccount(database, 'editor', 'A. Editor')
    await signIn(context, database, account, archive.data)
    const idOf = async (noun: string, name: string) => {
      const { rows } = await database.query('SELECT id FROM record WHERE noun = $1 AND sort_name LIKE $2 LIMIT 1', [
        noun,
        name,
      ])
      return rows[0].id as string
    }
    const session = `/admin/sessions/${await idOf('session', 'renewal%')}`
    const statement = `/admin/statements/${await idOf('statement', '%')}`
    const edition = `/admin/editions/${await idOf('edition', '%2025')}`
    await take(page, '/admin/people?q=Тоқаев', 'find')
    await take(page, edition, 'edition')
    await take(page, session, 'session')
    await page.screenshot({ path: path.join(FOLDER, 'desk-session.png') })
    await take(page, `${session}#speakers`, 'people')
    await take(page, `${session}#translations`, 'translate')
    await take(page, statement, 'statement')
    await page.goto(archive.url + session)
    const abstract = page.getByLabel('Abstract').first()
    await abstract.fill(`${await abstract.inputValue()} The discussion turned to how.`)
    await page.keyboard.press('Control+s')
    await page.getByRole('button', { name: 'Send for review' }).click()
    await page.getByText('Sent for review.').waitFor()
    await take(page, session, 'publish')
    await take(page, `${session}/review`, 'review')
    await page.screenshot({ path: path.join(FOLDER, 'desk-review.png') })
  } finally {
    await context.close()
    await database.end()
  }
}

async function take(page: Page, address: string, topic: string) {
  await page.goto(archive.url + address)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: path.join(HELP, `${topic}.png`) })
  console.log(`public/help/${topic}.png`)
}
