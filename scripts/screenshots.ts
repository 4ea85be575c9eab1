// npm run screenshots: the pictures of the README and of the desk's help, taken from an archive started for it, so that
// they stay true.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { browserPath } from '../e2e/browser'
import { ownPostgres, startArchive } from '../e2e/server'
import { takeDesk } from './screenshots-desk'

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

mkdirSync(FOLDER, { recursive: true })
const postgres = await ownPostgres()
const archive = await startArchive(postgres.url)
const executablePath = await browserPath()
const browser = await chromium.launch(executablePath ? { executablePath } : {})
try {
  for (const { name, address, width, height, scheme } of shots) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme })
    await page.goto(archive.url + address)
    await page.evaluate(() => document.fonts.ready)
    // Fonts that come too late are not shown; the second time they are there.
    await page.reload()
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: path.join(FOLDER, `${name}.png`) })
    await page.close()
    console.log(`docs/screenshots/${name}.png`)
  }
  await takeDesk(browser, archive, postgres.url)
} finally {
  await browser.close()
  await archive.remove()
  await postgres.remove()
}
process.exit()
