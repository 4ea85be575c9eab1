import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults, ContextSpec, RuleMetadata, RunOptions } from 'axe-core'

// Axe itself, not its Playwright package: that one opens a second page and carries every passed check
// across for each run, which took five times as long (2.0 s instead of 0.4 s a page).
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * While axe is read: it keeps each part of a colour in a WeakMap, of which it makes some hundred thousand entries a page.
 * A field of the object itself does, and takes a fraction of the time.
 */
const withFields = (script: string) => `{
  const real = [WeakMap, WeakSet]
  window.WeakMap = window.WeakSet = class {
    field = Symbol()
    get(object) { return object[this.field] }
    set(object, value) { object[this.field] = value }
    add(object) { object[this.field] = true }
    has(object) { return Object.hasOwn(object, this.field) }
  }
  ${script};
  [window.WeakMap, window.WeakSet] = real
}`

/** Half the work of looking at contrasts is reading the same few colours over and over: each is read once. */
const rememberColours = `{
  const { prototype } = axe.commons.color.Color
  const read = prototype.parseString
  const known = new Map()
  prototype.parseString = function (text) {
    if (!known.has(text)) {
      const { r, g, b, alpha } = read.call(this, text)
      known.set(text, { r, g, b, alpha })
    }
    return Object.assign(this, known.get(text))
  }
}`

const script = `${withFields(source)};${rememberColours}`

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds on the page as it is now, by WCAG 2.2 AA and axe's best practices: a line per rule, none when all is
 * well. Our pages have no frames. Needs scripts in the page's context.
 * @param options.include a selector that narrows the look to a part
 * @param options.colours only the rules that look at colours: for another colour scheme of a page that was looked at
 */
export async function axeViolations(page: Page, options: { include?: string; colours?: boolean } = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await readScript(page)
  return page.evaluate(
    async ({ include, colours, tags }) => {
      const { axe } = window as unknown as {
        axe: {
          run(context: ContextSpec, options: RunOptions): Promise<AxeResults>
          getRules(tags: string[]): RuleMetadata[]
        }
      }
      const ofColours = () =>
        axe.getRules(['cat.color']).flatMap((rule) => (rule.tags.some((tag) => tags.includes(tag)) ? rule.ruleId : []))
      const { violations } = await axe.run(include ? { include: [include] } : document, {
        runOnly: colours ? { type: 'rule', values: ofColours() } : tags,
        resultTypes: ['violations'],
      })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
    },
    { ...options, tags },
  )
}

/** Past Playwright's own evaluate: so the browser keeps what it has compiled for the next page. */
async function readScript(page: Page) {
  const session = await page.context().newCDPSession(page)
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: script })
  if (exceptionDetails) throw new Error(`Axe cannot be read: ${exceptionDetails.text}`)
  await session.detach()
}

/** Nothing for axe to find, and no horizontal scroll. */
export async function expectAccessible(page: Page, what: string) {
  expect.soft(await axeViolations(page), `${what}: axe`).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect.soft(overflow, `${what}: no horizontal scroll`).toBeLessThanOrEqual(0)
}
