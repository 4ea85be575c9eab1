import { expect, test } from '@playwright/test'
import { locales } from '../lib/i18n/locales.ts'
import { inLocale } from '../lib/routes.ts'
import { ownPostgres, startArchive } from './server.ts'

test('"/" goes to the search box and the first Tab to the content', async ({ page }) => {
  await page.goto('/speakers')
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox', { name: 'Search the archive' })).toBeFocused()
  await page.keyboard.type('a/b')
  await expect(page.getByRole('combobox', { name: 'Search the archive' })).toHaveValue('a/b')
  await page.reload()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#content$/)
})

test('from the home page to what somebody said, by keyboard alone', async ({ page }) => {
  await page.goto('/')
  const follow = async (name: string | RegExp) => {
    const link = page.getByRole('link', { name }).first()
    await link.focus()
    await expect(link).toBeFocused()
    await page.keyboard.press('Enter')
  }
  await follow('Speakers')
  await expect(page).toHaveURL('/speakers')
  await follow('Joshua Lincoln')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Joshua Lincoln')
  await follow(/^Source 1/)
  await expect(page).toHaveURL(/#source-1$/)
})

test('the chosen colours are remembered and set before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.getByRole('radio', { name: 'Dark' }).check()
  expect(await background()).not.toBe(light)
  const dark = await background()
  await page.goto('/topics')
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
  expect(await background()).toBe(dark)
  await page.getByRole('radio', { name: 'As the system' }).check()
  expect(await background()).toBe(light)
})

test('the language switch keeps the page', async ({ page }) => {
  await page.goto('/topics/water-security')
  await page.getByRole('link', { name: 'Қазақша' }).click()
  await expect(page).toHaveURL('/kk/topics/water-security')
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk')
  await page.getByRole('link', { name: 'Русский' }).click()
  await expect(page).toHaveURL('/ru/topics/water-security')
})

test('a statement’s permanent address can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/statements')
  await page.locator('main a[href^="/statements/"]').first().click()
  await page.getByRole('button', { name: 'Copy link' }).first().click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/\/statements\/[0-9a-z]{8}$/)
})

test('who was only mentioned is no speaker', async ({ request }) => {
  for (const locale of locales) {
    for (const path of ['/speakers', '/forums/astana-think-tank-forum/2025', '/'] as const) {
      const html = await (await request.get(inLocale(locale, path))).text()
      expect(html).not.toMatch(/Tokayev|Тоқаев|Токаев|Lee Jae|Ли Чжэ Мён|Ли Джэ/)
    }
  }
  expect((await request.get('/speakers/kassym-jomart-tokayev')).status()).toBe(404)
})

test('each statement shows its paragraph and no page of the seed a time', async ({ page, request }) => {
  // Other journeys publish pages of their own at the same time: here the seed is alone.
  const postgres = await ownPostgres()
  const archive = await startArchive(postgres.url)
  const read = async (path: string) => (await request.get(archive.url + path)).text()
  try {
    await page.goto(`${archive.url}/statements`)
    const statements = page.getByRole('main').getByRole('article')
    await expect(statements).toHaveCount(11)
    await expect(statements.filter({ hasText: /Paragraph P[2-6]/ })).toHaveCount(11)
    const pathsIn = (sitemap: string) =>
      [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? '').pathname)
    const files = pathsIn(await read('/sitemap.xml'))
    const pages = (await Promise.all(files.map(read))).flatMap(pathsIn)
    expect(pages.length).toBeGreaterThan(100)
    for (const path of pages) {
      const text = (await read(path)).replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ')
      expect(text, path).not.toMatch(/\b\d{1,2}:\d{2}\b|nationality|citizen|национальность|азаматтығы/i)
    }
  } finally {
    await archive.remove()
    await postgres.remove()
  }
})
