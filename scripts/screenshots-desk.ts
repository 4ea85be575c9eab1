import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import pg from 'pg'
import { createAccount, signIn } from '../e2e/accounts'
import { writeRecords } from '../e2e/records'

const HELP = path.resolve(import.meta.dirname, '../public/help')
const README = path.resolve(import.meta.dirname, '../docs/screenshots')

type Archive = { url: string; data: string }

/** The desk as an editor sees it, on the seed with one change that waits for review and one edition made for the pictures. */
export async function takeDesk(browser: Browser, archive: Archive, databaseUrl: string): Promise<void> {
  mkdirSync(HELP, { recursive: true })
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, colorScheme: 'light' })
  const page = await context.newPage()
  const take = async (address: string, topic: string) => {
    await page.goto(archive.url + address)
    await shoot(topic)
  }
  const shoot = async (topic: string) => {
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: path.join(HELP, `${topic}.png`) })
    console.log(`public/help/${topic}.png`)
  }
  const idOf = async (noun: string, name: string) => {
    const { rows } = await database.query('SELECT id FROM record WHERE noun = $1 AND sort_name LIKE $2 LIMIT 1', [
      noun,
      name,
    ])
    return rows[0].id as string
  }
  try {
    const account = await createAccount(database, 'editor', 'A. Editor')
    await signIn(context, database, account, archive.data)
    const session = `/admin/sessions/${await idOf('session', 'renewal%')}`
    const statement = `/admin/statements/${await idOf('statement', '%')}`
    const edition = `/admin/editions/${await idOf('edition', '%2025')}`
    await take('/admin/people?q=Тоқаев', 'find')
    await take(edition, 'edition')
    await take(session, 'session')
    await page.screenshot({ path: path.join(README, 'desk-session.png') })
    await take(`${session}#speakers`, 'people')
    await take(`${session}#translations`, 'translate')
    await take(statement, 'statement')
    await changeForReview(page, archive.url + session)
    await take(session, 'publish')
    await take(`${session}/review`, 'review')
    await page.screenshot({ path: path.join(README, 'desk-review.png') })
    await take(`${session}/history/compare?from=1&to=2`, 'history')
    await reportAnError(page, archive.url)
    await take('/admin/corrections', 'corrections')
    await changeMany(page, archive.url)
    await shoot('many')
    await page.goto(`${archive.url}/admin`)
    await page.getByRole('heading', { name: 'What is missing' }).evaluate((heading) => heading.scrollIntoView())
    await shoot('missing')
    const example = await exampleEdition(databaseUrl, account.id)
    await take(`/admin/editions/${example.edition}/programme`, 'programme')
    await page.screenshot({ path: path.join(README, 'desk-programme.png') })
    await take(`/admin/people/${example.kept}/merge?with=${example.gone}`, 'merge')
  } finally {
    await context.close()
    await database.end()
  }
}

async function changeForReview(page: Page, session: string) {
  await page.goto(session)
  const abstract = page.getByLabel('Abstract').first()
  await abstract.fill(`${await abstract.inputValue()} The discussion turned to how.`)
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Send for review' }).click()
  await page.getByText('Sent for review.').waitFor()
}

/** Up to where it is shown what would change. */
async function changeMany(page: Page, url: string) {
  await page.goto(`${url}/admin/sessions`)
  await page.getByRole('button', { name: /^Change all / }).click()
  await page.getByRole('radio', { name: 'Set the format' }).check()
  await page.getByRole('combobox', { name: 'Format' }).selectOption('roundtable')
  await page.getByRole('button', { name: 'Show what would change' }).click()
  await page.getByRole('region', { name: /would change$/ }).evaluate((region) => region.scrollIntoView())
}

/** As a reader does it, at the foot of a public page. */
async function reportAnError(page: Page, url: string) {
  await page.goto(`${url}/speakers/joshua-lincoln`)
  await page.getByRole('link', { name: 'Report an error' }).click()
  await page.getByLabel('What is wrong').fill('The position held is that of another year.')
  // A form that is filled in no time is taken for a machine's.
  await page.waitForTimeout(4000)
  await page.getByRole('button', { name: 'Send the report' }).click()
  await page.getByText('Your report is with the editors.').waitFor()
}

/** An edition with a day, two halls and sessions, and one person who is there twice; all of it says that it is an example. */
async function exampleEdition(databaseUrl: string, by: string) {
  const [day, hallA, hallB] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const named = (name: string) => ({ texts: { en: { name } } })
  const create = (as: string, noun: string, raw: object) => ({ do: 'create' as const, as, noun, by, raw })
  const session = (n: number, room: string, from: string, to: string, title: string, person: string) =>
    create(`session${n}`, 'session', {
      ...{ edition: '$edition', day, room, texts: { en: { title } }, appearances: [{ person }] },
      ...{ startsAt: `2030-01-10T${from}:00Z`, endsAt: `2030-01-10T${to}:00Z` },
    })
  const made = await writeRecords(databaseUrl, [
    create('forum', 'forum', named('Example forum')),
    create('kept', 'person', { ...named('Aigerim Example'), identifiers: [{ scheme: 'wikidata', value: 'Q4115189' }] }),
    create('gone', 'person', named('Айгерим Example')),
    create('edition', 'edition', {
      ...{ forum: '$forum', year: 2030, timeZone: 'UTC', days: [{ id: day, number: 1, date: '2030-01-10' }] },
      rooms: [
        { id: hallA, ...named('Hall A') },
        { id: hallB, ...named('Hall B') },
      ],
    }),
    session(1, hallA, '09:00', '10:00', 'Opening', '$kept'),
    session(2, hallA, '10:15', '11:30', 'First panel', '$kept'),
    session(3, hallB, '10:15', '11:00', 'Round table', '$gone'),
    create('later', 'session', { edition: '$edition', texts: { en: { title: 'Not scheduled yet' } } }),
  ])
  return { edition: made.edition?.id, kept: made.kept?.id, gone: made.gone?.id }
}
