import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { locales } from '../lib/i18n/locales.ts'
import { inLocale } from '../lib/routes.ts'
import { pageTypes } from './pages.ts'
import { statementAndSource } from './statement-and-source.ts'

const views = [
  { width: 390, height: 844, colorScheme: 'light' },
  { width: 1360, height: 900, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
  { width: 1360, height: 900, colorScheme: 'dark' },
] as const

/** How much the content moved by itself after the first paint (web-vitals CLS), fonts loaded. */
async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await document.fonts.ready
    return new Promise<number>((resolve) => {
      let sum = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += entry.value
      }).observe({ type: 'layout-shift', buffered: true })
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
    })
  })
}

for (const locale of locales) {
  for (const view of views) {
    test(`every page type in ${locale} at ${view.width} px, ${view.colorScheme}`, async ({ browser, request }) => {
      const context = await browser.newContext({
        viewport: { width: view.width, height: view.height },
        colorScheme: view.colorScheme,
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        // The 404 of the page itself is what the test asks for.
        if (message.type() === 'error' && !/404/.test(message.text())) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error)))
      for (const [name, path] of Object.entries({ ...pageTypes, ...(await statementAndSource(request)) })) {
        await test.step(name, async () => {
          await page.goto(inLocale(locale, path))
          expect(await page.locator('html').getAttribute('lang')).toBe(locale)
          await expect(page.locator('h1')).toHaveCount(1)
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(overflow, 'no horizontal scroll').toBeLessThanOrEqual(0)
          expect(await layoutShift(page), 'nothing moves').toBeLessThan(0.02)
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze()
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
            'axe',
          ).toEqual([])
          expect(complaints, 'the console is silent').toEqual([])
        })
      }
      await context.close()
    })
  }
}

test('every page type fits 320 px and 1920 px', async ({ page, request }) => {
  const pages = { ...pageTypes, ...(await statementAndSource(request)) }
  for (const width of [320, 1920]) {
    await page.setViewportSize({ width, height: 900 })
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(inLocale('ru', path))
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `${name} at ${width} px`).toBeLessThanOrEqual(0)
    }
  }
})
