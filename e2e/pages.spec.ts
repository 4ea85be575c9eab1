import { expect, type Page, test } from '@playwright/test'
import { locales } from '../lib/i18n/locales.ts'
import { inLocale } from '../lib/routes.ts'
import { axeViolations, expectAccessible } from './axe.ts'
import { pageTypes } from './pages.ts'
import { statementAndSource } from './statement-and-source.ts'

const narrow = { width: 390, height: 844 }
const wide = { width: 1360, height: 900 }

/**
 * At each size all rules look at a page in one colour scheme, then those that look at colours in the other: every rule
 * sees both sizes and both schemes, and no rule sees the same thing twice.
 */
const looks = [
  { viewport: narrow, first: 'light', second: 'dark' },
  { viewport: wide, first: 'dark', second: 'light' },
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

const textOf = (page: Page) => page.locator('main').textContent()

/** The words of a page as a browser without JavaScript reads them. */
const textWithoutScripts = (page: Page, html: string) =>
  page.evaluate((sent) => {
    const main = new DOMParser().parseFromString(sent, 'text/html').querySelector('main')
    return main?.textContent ?? ''
  }, html)

test.describe.configure({ mode: 'parallel', timeout: 300_000 })

for (const locale of locales) {
  test(`every page type in ${locale} at ${narrow.width} and ${wide.width} px, light and dark`, async ({
    browser,
    request,
  }) => {
    const context = await browser.newContext({ viewport: wide, colorScheme: 'light', reducedMotion: 'reduce' })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      // The 404 of the page itself is what the test asks for.
      if (message.type() === 'error' && !/404/.test(message.text())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    for (const [name, path] of Object.entries({ ...pageTypes, ...(await statementAndSource(request)) })) {
      await test.step(name, async () => {
        // Loaded at each size for what moves meanwhile; axe looks at one of the two, as reading it takes a second.
        for (const viewport of [wide, narrow]) {
          await page.setViewportSize(viewport)
          const answer = await page.goto(inLocale(locale, path))
          expect(answer?.status()).toBe(name === 'not found' ? 404 : 200)
          expect(await page.locator('html').getAttribute('lang')).toBe(locale)
          await expect(page.locator('h1')).toHaveCount(1)
          expect(await page.locator('form[action$="/search"] input[name=q]').count(), 'a search box').toBeGreaterThan(0)
          expect(await textOf(page), 'reads the same without JavaScript').toBe(
            await textWithoutScripts(page, (await answer?.text()) ?? ''),
          )
          expect(await layoutShift(page), `nothing moves at ${viewport.width} px`).toBeLessThan(0.02)
        }
        for (const { viewport, first, second } of looks) {
          const what = `${name} at ${viewport.width} px`
          await page.setViewportSize(viewport)
          await page.emulateMedia({ colorScheme: first })
          await expectAccessible(page, `${what}, ${first}`)
          await page.emulateMedia({ colorScheme: second })
          expect(await axeViolations(page, { colours: true }), `${what}, ${second}: axe`).toEqual([])
        }
        // Russian words are the longest.
        for (const width of locale === 'ru' ? [320, 1920] : []) {
          await page.setViewportSize({ width, height: 900 })
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(overflow, `${name} at ${width} px`).toBeLessThanOrEqual(0)
        }
        expect(complaints, 'the console is silent').toEqual([])
      })
    }
    await context.close()
  })
}
