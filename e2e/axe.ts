import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults, ContextSpec, RunOptions } from 'axe-core'

// Axe itself, not its Playwright package: that one opens a second page and carries every passed check
// across for each run, which took five times as long (2.0 s instead of 0.4 s a page).
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds on the page as it is now, by WCAG 2.2 AA and axe's best practices: a line per rule, none when all is
 * well. Our pages have no frames. Needs scripts in the page's context.
 * @param include a selector that narrows the look to a part
 */
export async function axeViolations(page: Page, include?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(async (selector) => {
    const { axe } = window as unknown as {
      axe: { run(context: ContextSpec, options: RunOptions): Promise<AxeResults> }
    }
    const { violations } = await axe.run(selector ? { include: [selector] } : document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
  }, include)
}

/** Nothing for axe to find, and no horizontal scroll. */
export async function expectAccessible(page: Page, what: string) {
  expect.soft(await axeViolations(page), `${what}: axe`).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect.soft(overflow, `${what}: no horizontal scroll`).toBeLessThanOrEqual(0)
}
