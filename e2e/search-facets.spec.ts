import { expect, type Page, test } from '@playwright/test'
import { facetNames } from '../lib/search/search-result.ts'
import { axeViolations } from './axe.ts'
import { madeArchive } from './made-archive.ts'
import { startArchive } from './server.ts'

const size = {
  forums: 2,
  editions: 8,
  sessions: 240,
  people: 60,
  organisations: 15,
  topics: 12,
  speakers: 2,
  statements: 1,
}

const numberIn = (text: string) => Number(/([\d,]+) results?/.exec(text)?.[1]?.replace(',', ''))
const total = async (page: Page) => numberIn(await page.getByText(/^[\d,]+ results? in/).innerText())

/** Follows the first value of every facet that a search offers, and compares its number with what is found then. */
async function followFacets(page: Page, address: string): Promise<string[]> {
  const followed: string[] = []
  for (const name of facetNames) {
    await page.goto(address)
    const values = page.locator(`section[aria-labelledby="facet-${name}"] a:not([aria-current])`)
    if ((await values.count()) === 0) continue
    const chosen = page.locator(`section[aria-labelledby="facet-${name}"] a[aria-current]`)
    const before = await chosen.count()
    const count = numberIn(await values.first().innerText())
    await values.first().click()
    await expect(chosen).toHaveCount(before + 1)
    if (before === 0) expect([name, await total(page)]).toEqual([name, count])
    // Several values are OR: their numbers say what each alone would find, the total what any of them does.
    else expect(await total(page)).toBeGreaterThanOrEqual(count)
    followed.push(name)
  }
  return followed
}

test('the numbers of the facets are what their links find, on the seed', async ({ page }) => {
  test.setTimeout(240_000)
  await page.setViewportSize({ width: 1360, height: 900 })
  expect((await followFacets(page, '/search?q=trust')).length).toBeGreaterThan(4)
})

test('the numbers of the facets and of the chart are what their links find, on a made archive', async ({ page }) => {
  test.setTimeout(240_000)
  const postgres = await madeArchive(size)
  const archive = await startArchive(postgres.url)
  try {
    await page.setViewportSize({ width: 1360, height: 900 })
    // Its own choice does not count for a facet, others do.
    const address = `${archive.url}/search?q=water+OR+climate&topic=topic-1&topic=topic-2`
    expect((await followFacets(page, address)).length).toBeGreaterThan(6)
    await page.goto(`${archive.url}/search?q=water`)
    const bars = page.locator('section[aria-labelledby="facet-year"] ol a')
    expect(await bars.count()).toBe(4)
    await bars.first().focus()
    await page.keyboard.press('Tab')
    await expect(bars.nth(1)).toBeFocused()
    const name = await bars.nth(1).innerText()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/q=water&year=\d{4}$/)
    await expect(bars.nth(1)).toHaveAttribute('aria-current', 'true')
    expect(name).toContain(`: ${await total(page)} results`)
    expect(await axeViolations(page)).toEqual([])
  } finally {
    await archive.remove()
    await postgres.remove()
  }
})
