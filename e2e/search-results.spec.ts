import { expect, type Page, test } from '@playwright/test'
import { locales } from '../lib/i18n/locales.ts'
import { inLocale } from '../lib/routes.ts'
import { axeViolations } from './axe.ts'

const hits = (page: Page) => page.getByRole('main').getByRole('article')
const heading = (page: Page, name: string | RegExp) => hits(page).filter({ has: page.getByRole('heading', { name }) })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('people say in what capacity, statements where', async ({ page }) => {
      await page.goto('/search?q=lincoln')
      const person = heading(page, 'Joshua Lincoln')
      await expect(person).toContainText('Senior fellow, The Fletcher School of Law and Diplomacy')
      await expect(person).toContainText('1 session · latest in Astana Think Tank Forum 2025')
      const statement = heading(page, /^BRICS and the Shanghai/)
      await expect(statement).toContainText('Statement · Joshua Lincoln')
      await expect(statement).toContainText(
        'In “[Renewal of international institutions]”, Astana Think Tank Forum 2025',
      )
      await statement.getByRole('link', { name: '[Renewal of international institutions]' }).click()
      await expect(page).toHaveURL(
        '/forums/astana-think-tank-forum/2025/sessions/renewal-of-international-institutions',
      )
    })

    test('what was found by its topic says so', async ({ page }) => {
      await page.goto('/search?q=multilateralism&kind=session')
      const session = heading(page, '[Middle powers bridging divides]')
      await expect(session).toContainText('Topic: Multilateralism')
      await expect(session.locator('mark')).toHaveText('Multilateralism')
      await session.getByRole('link', { name: 'Multilateralism' }).click()
      await expect(page).toHaveURL('/topics/multilateralism')
    })

    test('what was typed can be searched for instead of its correction', async ({ page }) => {
      await page.goto('/search?q=Kazakstan')
      await page.getByRole('note').getByRole('link', { name: 'Kazakstan' }).click()
      await expect(page).toHaveURL('/search?q=Kazakstan&spelling=typed')
      await expect(page.getByRole('heading', { name: 'Nothing found for “Kazakstan”' })).toBeVisible()
      await expect(page.getByRole('note')).toHaveText('Did you mean Kazakhstan?')
      const box = page.getByRole('main').locator('input[name=q]').first()
      await box.fill('trust')
      await box.press('Enter')
      await expect(page).toHaveURL('/search?q=trust')
    })

    test('OR may be said in three languages, and several values of one facet are OR', async ({ page }) => {
      const totals: string[] = []
      for (const or of ['OR', 'ИЛИ', 'НЕМЕСЕ']) {
        await page.goto(`/search?q=nuclear ${or} trade`)
        totals.push((await page.getByText(/^\d+ results in/).innerText()).split(' ')[0] ?? '')
      }
      expect(new Set(totals).size).toBe(1)
      const total = async (query: string) => {
        await page.goto(`/search?q=trust&${query}`)
        return Number((await page.getByText(/^\d+ results? in/).innerText()).split(' ')[0])
      }
      const [statements, sessions] = [await total('kind=statement'), await total('kind=session')]
      expect(await total('kind=statement&kind=session')).toBe(statements + sessions)
    })
  })
}

test('texts in another language than the page say so', async ({ page }) => {
  await page.goto('/search?q=биологической безопасности')
  const marks = page.getByRole('main').locator('mark')
  expect(await marks.count()).toBeGreaterThan(1)
  const languages = await marks.evaluateAll((all) =>
    all.map((mark) => [mark.textContent ?? '', mark.closest('[lang]')?.getAttribute('lang') ?? '']),
  )
  for (const [word, language] of languages) expect([word, language]).toEqual([word, expect.stringMatching(/^(ru|kk)$/)])
  const passage = hits(page).locator('a[hreflang=ru][href*="#:~:text="]').first()
  await passage.click()
  await expect(page).toHaveURL(/\/ru\/(forums|statements)\//)
})

test('every passage leads to a page that has its words', async ({ page, request }) => {
  const queries = ['trust', 'institutions', 'kazakhstan', 'water', 'nuclear', 'доверие', 'держав', 'сенім', 'қазақстан']
  const targets = new Set<string>()
  for (const locale of locales)
    for (const query of queries) {
      await page.goto(inLocale(locale, `/search?q=${encodeURIComponent(query)}`))
      for (const href of await hits(page)
        .locator('a[href*="#:~:text="]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')))
        targets.add(href)
    }
  expect(targets.size).toBeGreaterThan(20)
  for (const target of targets) {
    const [address = '', fragment = ''] = target.split('#:~:text=')
    const html = await (await request.get(address)).text()
    await page.setContent(html.replace(/<(?:script|link)\b[^>]*>/g, ''))
    const shown = (await page.locator('main').innerText()).replace(/\s+/g, ' ')
    expect(shown, target).toContain(decodeURIComponent(fragment))
  }
})

test('the feed and the files have the same query as the page', async ({ page, request }) => {
  await page.goto('/search?q=trust&kind=statement&kind=session&from=2025-01-01&sort=date')
  const shown = await hits(page)
    .locator('h3 a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  expect(shown.length).toBeGreaterThan(2)
  const file = async (name: string) =>
    (await request.get((await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '')).text()
  const { results, search } = JSON.parse(await file('JSON')) as { results: { url: string }[]; search: string }
  expect(results.map(({ url }) => url)).toEqual(shown)
  expect(search).toBe(page.url())
  const entries = [...(await file('Feed of this search')).matchAll(/<entry[\s\S]*?<id>([^<]*)<\/id>/g)]
  expect(entries.map(([, id]) => id)).toEqual(shown)
  for (const name of ['CSV', 'BibTeX']) for (const url of shown) expect(await file(name)).toContain(url)
})

test('on a phone each facet is a disclosure, open where something of it is chosen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/search?q=trust&kind=statement')
  const narrow = page.getByRole('search', { name: 'Narrow the results' })
  await narrow.getByText('Narrow the results').click()
  await expect(narrow.getByRole('link', { name: /^Statements/ })).toBeVisible()
  const topic = narrow.getByRole('link', { name: /^Trust and dialogue/ })
  await expect(topic).toBeHidden()
  await narrow.locator('summary', { hasText: 'Topic' }).press('Enter')
  await expect(topic).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
})
