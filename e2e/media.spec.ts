import { randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { createAccount, signIn } from './accounts.ts'
import { expectAccessible } from './axe.ts'
import { withDatabase } from './database.ts'

/** A picture that no other test has. */
const picture = async () => {
  const [r = 0, g = 0, b = 0] = randomBytes(3)
  return sharp({ create: { width: 300, height: 200, channels: 3, background: { r, g, b } } })
    .png()
    .toBuffer()
}

for (const javaScriptEnabled of [true, false]) {
  test(`a picture is stored, described and removed, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      javaScriptEnabled,
      locale: 'en-GB',
      viewport: { width: 390, height: 800 },
    })
    await withDatabase(async (client) => signIn(context, client, await createAccount(client, 'contributor')))
    const page = await context.newPage()
    await page.goto('/admin/media/new')
    await page.getByLabel('Credit').fill('Aida Example')
    await page
      .getByLabel('File')
      .setInputFiles({ name: 'a.svg', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"></svg>') })
    await page.getByRole('button', { name: 'Store the file' }).click()
    await expect(page.getByRole('alert').getByText('SVG drawings are not taken')).toBeVisible()
    await expect(page.getByLabel('Credit')).toHaveValue('Aida Example')
    if (javaScriptEnabled) await expectAccessible(page, 'files')

    await page
      .getByLabel('File')
      .setInputFiles({ name: 'portrait.png', mimeType: 'image/png', buffer: await picture() })
    await page.getByRole('button', { name: 'Store the file' }).click()
    await expect(page.getByText('The file is stored.')).toBeVisible()
    await expect(page.getByText('This picture has no description yet.')).toBeVisible()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('alert').getByText('Describe the picture in at least one language.')).toBeVisible()
    if (javaScriptEnabled) await expectAccessible(page, 'files')
    await page.getByLabel('Description in English').fill('A portrait of nobody')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved.')).toBeVisible()
    await expect(page.getByRole('img', { name: 'A portrait of nobody' })).toBeVisible()
    if (javaScriptEnabled) await expectAccessible(page, 'files')

    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const { rows } = await withDatabase((client) => client.query('SELECT * FROM media WHERE id = $1', [id]))
    const address = `/media/${rows[0].sha256.trim()}.webp`
    expect((await page.request.get(`/admin/media/${id}/file`)).headers()).toMatchObject({
      'content-type': 'image/webp',
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
    })
    expect((await page.request.get(address)).status(), 'nothing public uses it').toBe(404)
    // The limits on the formats of files hold for the whole process: pictures for links are drawn in it all the same.
    expect((await page.request.get('/kk/topics/water-security/opengraph-image')).status()).toBe(200)

    await page.goto('/admin/media')
    if (javaScriptEnabled) await expectAccessible(page, 'files')
    expect(await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 390)).toBeLessThanOrEqual(390)
    await page.goto(`/admin/media/${id}`)
    await page.getByRole('button', { name: 'Remove the file' }).click()
    await expect(page.getByText('The file was removed.')).toBeVisible()
    await context.close()
  })
}

test('a portrait is chosen in the form of a person', async ({ page, browser }) => {
  const account = await withDatabase((client) => createAccount(client, 'contributor'))
  await withDatabase((client) => signIn(page, client, account))
  const { rows } = await withDatabase((client) =>
    client.query(`SELECT id FROM record WHERE noun = 'person' ORDER BY sort_name DESC LIMIT 1`),
  )
  const address = `/admin/people/${rows[0].id}`
  const portraitOf = async () => {
    const { rows: found } = await withDatabase((client) =>
      client.query(`SELECT content->>'portrait' AS portrait FROM record WHERE id = $1`, [rows[0].id]),
    )
    return found[0].portrait as string | null
  }
  await page.goto(address)
  const chooser = page.getByLabel('Choose a file (Portrait)')
  await chooser.setInputFiles({
    name: 'a.avif',
    mimeType: 'image/avif',
    buffer: Buffer.from('<svg onload="alert(1)"></svg>'),
  })
  await expect(page.getByRole('alert').getByText('SVG drawings are not taken')).toBeVisible()
  await chooser.setInputFiles({ name: 'portrait.png', mimeType: 'image/png', buffer: await picture() })
  await expect(page.getByText('This picture has no description yet.')).toBeVisible()
  await expectAccessible(page, 'files')
  await page.getByLabel('Description in English').fill('A plain colour')
  await page.getByLabel('Description in English').press('Enter')
  await expect(page.getByText('This picture has no description yet.')).toBeHidden()
  await expect.poll(portraitOf).toMatch(/^[0-9a-f-]{36}$/)
  const portrait = await portraitOf()
  await page.reload()
  await expect(page.getByRole('link', { name: 'portrait.png' })).toBeVisible()
  await expectAccessible(page, 'files')

  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
  await withDatabase((client) => signIn(plain, client, account))
  const form = await plain.newPage()
  await form.goto(address)
  await expect(form.getByLabel('Choose a stored file')).toHaveValue(portrait ?? '')
  await form.getByLabel('Choose a stored file').selectOption({ label: 'No file' })
  await form.getByRole('button', { name: 'Save', exact: true }).first().click()
  await expect.poll(portraitOf).toBeNull()
  await plain.close()
})

test('a portrait is public while a published person has it', async ({ page }) => {
  await withDatabase(async (client) => {
    await signIn(page, client, await createAccount(client, 'editor'))
    const upload = await page.request.post('/admin/media/upload', {
      headers: { accept: 'application/json', origin: new URL(test.info().project.use.baseURL ?? '').origin },
      multipart: {
        'alternativeText.en': 'A plain colour',
        file: { name: 'a.png', mimeType: 'image/png', buffer: await picture() },
      },
    })
    const { media } = await upload.json()
    const { rows } = await client.query('SELECT small_sha256 FROM media WHERE id = $1', [media.id])
    const address = `/media/${rows[0].small_sha256.trim()}.webp`
    expect((await page.request.get(address)).status()).toBe(404)
    const { rows: people } = await client.query(
      `UPDATE person SET portrait_id = $1 WHERE id = (SELECT person_id FROM appearance ORDER BY id LIMIT 1) RETURNING slug`,
      [media.id],
    )
    await page.goto(`/speakers/${people[0].slug}`)
    const image = page.getByRole('img', { name: 'A plain colour' })
    await expect(image).toHaveAttribute('src', address)
    await expect(image).toHaveJSProperty('naturalWidth', 200)
    const answer = await page.request.get(address)
    expect(answer.headers()).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable' })
    await client.query('UPDATE person SET portrait_id = NULL WHERE portrait_id = $1', [media.id])
    expect((await page.request.get(address)).status()).toBe(404)
  })
})
