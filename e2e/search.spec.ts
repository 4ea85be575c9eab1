import { expect, type Page, test } from '@playwright/test'
import { type Locale, locales } from '../lib/i18n/locales.ts'
import { inLocale } from '../lib/routes.ts'
import { axeViolations } from './axe.ts'

const words = {
  en: { box: 'Search the archive', query: 'middle powers', title: 'Middle powers', start: 'midd', kind: 'Topic' },
  kk: { box: 'Мұрағаттан іздеу', query: 'орта державалар', title: 'Орта державалар', start: 'орта', kind: 'Тақырып' },
  ru: { box: 'Искать в архиве', query: 'средние державы', title: 'Средние державы', start: 'сред', kind: 'Тема' },
} satisfies Record<Locale, Record<string, string>>

const hits = (page: Page) => page.getByRole('main').getByRole('article')
const facets = (page: Page) => page.getByRole('search', { name: 'Narrow the results' })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    for (const locale of locales) {
      test(`from the home page to what was found, in ${locale}`, async ({ page }) => {
        const { query, title } = words[locale]
        await page.goto(inLocale(locale, '/'))
        const box = page.getByRole('main').locator('input[name=q]')
        await box.fill(query)
        await box.press('Enter')
        await expect(page).toHaveURL(
          (url) => url.pathname === inLocale(locale, '/search') && url.searchParams.get('q') === query,
        )
        await expect(page.getByRole('main').locator('input[name=q]').first()).toHaveValue(query)
        const first = hits(page).first()
        await expect(first.locator('mark').first()).toHaveText(title, { ignoreCase: true })
        await first.getByRole('heading').getByRole('link').click()
        await expect(page.getByRole('heading', { level: 1 })).toContainText(title, { ignoreCase: true })
      })
    }

    test('facets add and remove themselves, and chips take them back', async ({ page }) => {
      await page.setViewportSize({ width: 1360, height: 900 })
      await page.goto('/search?q=trust')
      const all = await hits(page).count()
      await facets(page)
        .getByRole('link', { name: /^Statements/ })
        .click()
      await expect(page).toHaveURL('/search?q=trust&kind=statement')
      expect(await hits(page).count()).toBeLessThan(all)
      const statements = await hits(page).count()
      await facets(page)
        .getByRole('link', { name: /^Sessions/ })
        .click()
      await expect(page).toHaveURL('/search?q=trust&kind=statement&kind=session')
      expect(await hits(page).count()).toBeGreaterThan(statements)
      await expect(facets(page).getByRole('link', { name: /^Statements/ })).toHaveAttribute('aria-current', 'true')
      await page.getByRole('link', { name: 'Remove Kind: Statements' }).click()
      await expect(page).toHaveURL('/search?q=trust&kind=session')
      await facets(page)
        .getByRole('link', { name: /^Sessions/ })
        .click()
      await expect(page).toHaveURL('/search?q=trust')
      await expect(hits(page)).toHaveCount(all)
    })

    test('other words keep what narrows, and dates are chosen in a form', async ({ page }) => {
      await page.setViewportSize({ width: 1360, height: 900 })
      await page.goto('/search?q=trust&kind=statement')
      await facets(page).getByLabel('From').fill('2025-01-01')
      await facets(page).getByRole('button', { name: 'Show' }).click()
      await expect(page).toHaveURL(/q=trust&kind=statement&from=2025-01-01/)
      const box = page.getByRole('main').locator('input[name=q]').first()
      await box.fill('BRICS')
      await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
      await expect(page).toHaveURL(/q=BRICS&kind=statement&from=2025-01-01/)
      await expect(page.getByRole('link', { name: 'Remove From 1 January 2025' })).toBeVisible()
      await page.getByRole('link', { name: 'Remove all' }).click()
      await expect(page).toHaveURL('/search?q=BRICS')
    })

    test('pages have numbers, hold every hit once, and end', async ({ page }) => {
      // Other journeys publish records at the same time; of this edition they leave what is in it as it is.
      await page.goto('/search?edition=astana-think-tank-forum%2F2025')
      const total = Number(/^\d+/.exec(await page.getByText(/^\d+ results in/).innerText())?.[0])
      expect(total).toBeGreaterThan(20)
      const found: string[] = []
      const last = Math.ceil(total / 20)
      for (let n = 1; n <= last; n++) {
        if (n > 1) await expect(page).toHaveURL(new RegExp(`page=${n}`))
        found.push(
          ...(await hits(page)
            .locator('h3 a')
            .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))),
        )
        const next = page.getByRole('link', { name: 'Next', exact: true })
        if (n < last) await next.click()
        else await expect(next).toHaveCount(0)
      }
      expect(found).toHaveLength(total)
      expect(new Set(found).size).toBe(total)
      await page.goto('/search?edition=astana-think-tank-forum%2F2025&page=9')
      await expect(page.getByText('This list has no page 9.')).toBeVisible()
    })

    test('the facets are a disclosure on a narrow screen', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto('/search?q=trust')
      const topic = facets(page).getByRole('link', { name: /^Trust and dialogue/ })
      await expect(topic).toBeHidden()
      await facets(page).getByText('Narrow the results').click()
      await facets(page).locator('summary', { hasText: 'Topic' }).click()
      await expect(topic).toBeVisible()
      await topic.click()
      await expect(page).toHaveURL('/search?q=trust&topic=trust-and-dialogue')
    })

    test('nothing found says so, and shows the way to something', async ({ page }) => {
      await page.goto('/search?q=BRICS&speaker=rhee-jong-kook')
      await expect(page.getByRole('heading', { name: 'Nothing found for “BRICS”' })).toBeVisible()
      await page.getByRole('link', { name: 'Without Speaker: Rhee Jong-kook' }).click()
      await expect(page).toHaveURL('/search?q=BRICS')
      await expect(hits(page).first()).toContainText('BRICS')
    })

    test('a corrected word, and words left out, are told', async ({ page }) => {
      await page.goto('/search?q=Kazakstan')
      await expect(page.getByRole('note')).toContainText('Showing results for Kazakhstan.')
      await page.goto('/search?q=afforestation+nuclear+disarmament')
      await expect(page.getByRole('note')).toContainText('without “afforestation”')
    })

    test('a passage leads to the very words', async ({ page }) => {
      await page.goto('/search?q="biological+security"&kind=session')
      const passage = hits(page).first().locator('p a', { hasText: 'biological security' })
      await expect(passage).toHaveAttribute('href', /^\/forums\/.*#:~:text=What%20middle%20powers/)
      await passage.click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Middle powers bridging divides')
    })
  })
}

for (const locale of locales) {
  test(`suggestions by keyboard alone, in ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 1360, height: 900 })
    const { box, start, title, kind } = words[locale]
    await page.goto(inLocale(locale, '/statements'))
    await page.keyboard.press('/')
    const input = page.getByRole('combobox', { name: box })
    await expect(input).toBeFocused()
    await expect(input).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.type(start)
    const options = page.locator('header').getByRole('option')
    await expect(options.first()).toContainText(title)
    await expect(options.first()).toContainText(kind)
    await expect(input).toHaveAttribute('aria-expanded', 'true')
    await expect(page.locator('header [role=status]')).toContainText(String(await options.count()))
    expect(await axeViolations(page, { include: 'header' })).toEqual([])
    await page.keyboard.press('ArrowDown')
    await expect(input).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? '')
    await expect(options.first()).toHaveAttribute('aria-selected', 'true')
    await expect(input).toHaveValue(start)
    await page.keyboard.press('Escape')
    await expect(options.first()).toBeHidden()
    await expect(input).toHaveValue(start)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(inLocale(locale, '/topics/middle-powers'))
  })
}

test('suggestions never take over: Enter without a choice searches for what is typed', async ({ page }) => {
  await page.goto('/')
  const input = page.getByRole('main').getByRole('combobox')
  await input.pressSequentially('linc')
  await expect(page.getByRole('option', { name: 'Joshua Lincoln' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/search?q=linc')
  await expect(hits(page).first()).toContainText('Joshua Lincoln')
})

test('an answer that comes late is dropped, and a failing one leaves a plain box', async ({ page }) => {
  let letGo = () => {}
  const isHeld = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let hasAnswered = false
  await page.route('**/api/v1/suggestions?**', async (route) => {
    const q = new URL(route.request().url()).searchParams.get('q')
    if (q === 'li') await isHeld
    await (q === 'xx' ? route.abort() : route.continue()).catch(() => {})
    if (q === 'li') hasAnswered = true
  })
  await page.goto('/')
  const input = page.getByRole('main').getByRole('combobox')
  const asked = page.waitForRequest((request) => new URL(request.url()).searchParams.get('q') === 'li')
  await input.pressSequentially('li')
  await asked
  await input.fill('mirz')
  await expect(page.getByRole('option')).toHaveText(/Mirzagaliyev/)
  letGo()
  await expect.poll(() => hasAnswered).toBe(true)
  await expect(page.getByRole('option')).toHaveText(/Mirzagaliyev/)
  await input.fill('xx')
  await expect(page.getByRole('option').first()).toBeHidden()
  await input.press('Enter')
  await expect(page).toHaveURL('/search?q=xx')
})

test('the examples of the help lead to what they find, in every language', async ({ page }) => {
  for (const locale of locales) {
    await page.goto(inLocale(locale, '/help/search'))
    const examples = await page
      .getByRole('main')
      .locator('dt a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(examples.length).toBeGreaterThan(15)
    await page.goto(examples[0] ?? '')
    expect(await hits(page).count()).toBeGreaterThan(0)
  }
})

test('the results as a feed and as data', async ({ page, request, baseURL }) => {
  await page.goto('/ru/search?q=BRICS')
  const feed = await page.locator('link[rel=alternate][type="application/atom+xml"]').getAttribute('href')
  expect(new URL(feed ?? '', baseURL).pathname).toBe('/api/v1/search.atom')
  for (const [name, type] of [
    ['Лента этого поиска', 'application/atom+xml'],
    ['CSV', 'text/csv'],
    ['JSON', 'application/json'],
    ['BibTeX', 'application/x-bibtex'],
  ] as const) {
    const href = await page.getByRole('link', { name, exact: true }).getAttribute('href')
    const answer = await request.get(href ?? '')
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, `${type}; charset=utf-8`])
    expect(await answer.text()).toContain('/ru/statements/nc4fwppc')
  }
})

test('a search page is not for search engines, and whatever is typed is no error', async ({ page, request }) => {
  await page.goto('/search?q=trust')
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  for (const query of [
    'q=%22',
    'q=-',
    'q=%3A%3A%3A(((',
    'q=%00a',
    'q=%F0%9F%92%A9',
    'topic=no-such&year=0',
    'page=-1&q=a',
    'from=x&to=9999',
  ])
    expect((await request.get(`/search?${query}`)).status(), query).toBe(200)
})
