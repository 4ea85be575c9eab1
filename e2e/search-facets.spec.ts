import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { PrismaPg } from '@prisma/adapter-pg'
import { facetNames } from '../lib/search/search-result.ts'
import { fillArchive } from '../lib/testing/factory.ts'
import { PrismaClient } from '../prisma/client/client.ts'
import { migrate } from '../scripts/migrations/migrate.mjs'
import { ownPostgres, startArchive } from './server.ts'

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

const total = async (page: Page) =>
  Number(/^([\d,]+) results? in/.exec(await page.getByText(/^[\d,]+ results? in/).innerText())?.[1]?.replace(',', ''))

/** Follows the first value of every facet that a search offers, and compares its number with what is found then. */
async function followFacets(page: Page, address: string): Promise<string[]> {
  const followed: string[] = []
  for (const name of facetNames) {
    await page.goto(address)
    const link = page.locator(`section[aria-labelledby="facet-${name}"] a:not([aria-current])`).first()
    if ((await link.count()) === 0) continue
    const count = Number(/([\d,]+) results?/.exec(await link.innerText())?.[1]?.replace(',', ''))
    await link.click()
    const chosen = page.locator(`section[aria-labelledby="facet-${name}"] a[aria-current]`)
    await expect(chosen).toHaveCount(1)
    expect([address, name, await total(page)]).toEqual([address, name, count])
    expect(Number(/([\d,]+) results?/.exec(await chosen.innerText())?.[1]?.replace(',', ''))).toBe(count)
    followed.push(name)
  }
  return followed
}

test('the numbers of the facets are what their links find, on the seed', async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 900 })
  for (const query of ['q=trust', 'language=en', 'q="middle powers"', 'q=institutions&from=2025'])
    expect((await followFacets(page, `/search?${query}`)).length).toBeGreaterThan(4)
})

test('the numbers of the facets and of the chart are what their links find, on a made archive', async ({ page }) => {
  test.setTimeout(240_000)
  const postgres = await ownPostgres()
  await migrate(postgres.url, { log: () => {} })
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: postgres.url }) })
  await fillArchive(db, size)
  await db.$disconnect()
  const archive = await startArchive(postgres.url)
  try {
    await page.setViewportSize({ width: 1360, height: 900 })
    for (const query of ['q=water', 'q=climate OR trade', 'q=water&topic=topic-1&topic=topic-2'])
      expect((await followFacets(page, `${archive.url}/search?${query}`)).length).toBeGreaterThan(6)
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
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  } finally {
    await archive.remove()
    await postgres.remove()
  }
})
