import { expect, test } from '@playwright/test'

// That every page reads the same without is seen in pages.spec.ts.
test.use({ javaScriptEnabled: false })

test('a reader without JavaScript filters, pages and searches by forms and links', async ({ page }) => {
  await page.goto('/sessions')
  await page.getByLabel('Topic').selectOption({ label: 'Water security' })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/topic=water-security/)
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(1)
})
