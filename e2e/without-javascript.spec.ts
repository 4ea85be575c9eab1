import { expect, test } from '@playwright/test'
import { locales } from '../lib/i18n/locales.ts'
import { inLocale } from '../lib/routes.ts'
import { pageTypes } from './pages.ts'
import { statementAndSource } from './statement-and-source.ts'

for (const locale of locales) {
  test(`every page in ${locale} reads the same without JavaScript`, async ({ browser, request }) => {
    const withScripts = await (await browser.newContext()).newPage()
    const without = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    for (const [name, path] of Object.entries({ ...pageTypes, ...(await statementAndSource(request)) })) {
      await withScripts.goto(inLocale(locale, path))
      const answer = await without.goto(inLocale(locale, path))
      expect(answer?.status(), name).toBe(name === 'not found' ? 404 : 200)
      const text = await without.locator('main').textContent()
      expect(text?.trim().length, name).toBeGreaterThan(40)
      expect(text, name).toBe(await withScripts.locator('main').textContent())
    }
  })
}

test('a reader without JavaScript filters, pages and searches by forms and links', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto('/sessions')
  await page.getByLabel('Topic').selectOption({ label: 'Water security' })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/topic=water-security/)
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(1)
})
