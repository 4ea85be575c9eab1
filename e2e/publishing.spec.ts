import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type Account, createAccount, signIn } from './accounts.ts'
import { expectAccessible } from './axe.ts'
import { databaseUrl, withDatabase } from './database.ts'
import { writeRecords } from './records.ts'

/** Nothing for axe to find, on a phone and on a desk; axe itself is a script, and the pages are the same without. */
async function expectAccessibleAtBoth(page: Page, what: string) {
  if (test.info().titlePath.includes('without JavaScript')) return
  for (const width of [390, 1360]) {
    await page.setViewportSize({ width, height: 900 })
    await expectAccessible(page, `${what} at ${width} px`)
  }
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'Publishing' })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    let contexts: BrowserContext[] = []
    test.afterEach(async () => {
      for (const context of contexts) await context.close()
      contexts = []
    })

    test('two people: sent back once, scheduled, changed and renamed, withdrawn', async ({ browser }) => {
      test.setTimeout(600_000) // axe looks at each state twice, on whatever machine
      const word = `Zhanar ${javaScriptEnabled ? 'With' : 'Without'}${Date.now().toString(36)}`
      const slug = word.toLowerCase().replace(' ', '-')
      const person = async (account: Account) => {
        const context = await browser.newContext({ javaScriptEnabled, locale: 'en-GB' })
        contexts.push(context)
        await withDatabase((database) => signIn(context, database, account))
        return context.newPage()
      }
      const [writer, reviewer] = await withDatabase(async (database) => [
        await createAccount(database, 'contributor'),
        await createAccount(database, 'editor'),
      ])
      const [author, editor] = [await person(writer as Account), await person(reviewer as Account)]
      const by = (writer as Account).id
      const url = await databaseUrl()
      const { it } = await writeRecords(url, [
        {
          do: 'create',
          as: 'it',
          noun: 'topic',
          by,
          raw: { texts: { en: { name: word, definition: 'Two rivers.' } } },
        },
      ])
      const form = `/admin/topics/${it?.id}`
      const address = `/topics/${slug}`

      await author.goto(form)
      await expect(panel(author).getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0)
      await expectAccessibleAtBoth(author, 'a draft')
      await panel(author).getByRole('button', { name: 'Send for review' }).click()
      await expect(author.getByText('Sent for review.')).toBeVisible()

      await editor.goto(form)
      await expectAccessibleAtBoth(editor, 'in review, for an editor')
      await panel(editor).getByRole('link', { name: 'Review the change' }).click()
      await expect(editor.getByText('Two rivers.')).toBeVisible()
      await expectAccessibleAtBoth(editor, 'the review')
      await editor.getByRole('button', { name: 'Send back' }).click()
      await expect(editor.getByRole('alert').filter({ hasText: 'Say what should be changed' })).toBeVisible()
      await expectAccessibleAtBoth(editor, 'a review without its remark')
      await editor.getByLabel('Remark of the reviewer').fill('Three rivers, not two.')
      await editor.getByRole('button', { name: 'Send back' }).click()
      await expect(editor.getByText('Sent back with your remark.')).toBeVisible()

      await author.goto(form)
      await expect(panel(author).getByText('Three rivers, not two.', { exact: true })).toBeVisible()
      await author.getByLabel('Definition').first().fill('Three rivers.')
      if (!javaScriptEnabled) await author.getByRole('button', { name: 'Save', exact: true }).click()
      // With JavaScript the button saves what was typed before it sends it.
      await panel(author).getByRole('button', { name: 'Send for review' }).click()
      await expect(author.getByText('Sent for review.')).toBeVisible()

      await editor.goto(form)
      await panel(editor).getByRole('button', { name: 'Preview' }).click()
      await expect(editor).toHaveURL(address)
      await expect(editor.getByRole('complementary', { name: 'Preview' })).toContainText('This is a preview.')
      await expect(editor.getByText('Three rivers.').first()).toBeVisible()
      await expectAccessibleAtBoth(editor, 'a preview')
      expect((await author.goto(address))?.status()).toBe(404)
      await editor.getByRole('button', { name: 'Leave the preview' }).click()
      await expect(editor).toHaveURL('/')
      expect((await editor.goto(address))?.status()).toBe(404)

      await editor.goto(form)
      await panel(editor).getByRole('link', { name: 'Publish at a time' }).click()
      await expect(editor.getByText('In this time zone:')).toBeVisible()
      await editor.getByLabel('Day and time').fill('2020-01-01T10:00')
      await editor.getByRole('button', { name: 'Set this time' }).click()
      await expect(editor.getByRole('alert').filter({ hasText: 'still to come' })).toBeVisible()
      await expectAccessibleAtBoth(editor, 'a time that is past')
      const tomorrow = new Date(Date.now() + 24 * 3600_000).toISOString().slice(0, 16)
      await editor.getByLabel('Day and time').fill(tomorrow)
      await editor.getByRole('button', { name: 'Set this time' }).click()
      await expect(editor.getByText('The time is set.')).toBeVisible()
      await expect(panel(editor).getByText('To be published:')).toContainText('GMT')
      await expectAccessibleAtBoth(editor, 'scheduled')
      // Its time comes.
      await withDatabase((database) => database.query('UPDATE record SET scheduled_at = now() WHERE id = $1', [it?.id]))
      await expect.poll(async () => (await author.goto(address))?.status(), { timeout: 30_000 }).toBe(200)
      await expect(author.getByText('Three rivers.').first()).toBeVisible()
      await expect(author.getByRole('complementary', { name: 'Preview' })).toHaveCount(0)

      await writeRecords(url, [
        {
          ...{ do: 'save', as: it?.id ?? '', by, noun: 'topic' },
          raw: { slug: `${slug}-renamed`, texts: { en: { name: word, definition: 'Three rivers and a canal.' } } },
        },
      ])
      await editor.goto(`${form}/review`)
      await expect(editor.locator('ins', { hasText: 'and a canal' })).toBeVisible()
      await expectAccessibleAtBoth(editor, 'a difference')
      expect((await author.goto(address))?.status()).toBe(200)
      await expect(author.getByText('canal')).toHaveCount(0)
      await editor.goto(form)
      await panel(editor).getByRole('button', { name: 'Publish changes' }).click()
      await expect(editor.getByText('Published.', { exact: true })).toBeVisible()
      await author.goto(address)
      await expect(author).toHaveURL(`${address}-renamed`)
      await expect(author.getByText('canal').first()).toBeVisible()

      await panel(editor).getByRole('link', { name: 'Withdraw' }).click()
      await editor.getByRole('button', { name: 'Withdraw' }).click()
      await expect(editor.getByRole('alert').filter({ hasText: 'Give the reason' })).toBeVisible()
      await expectAccessibleAtBoth(editor, 'a withdrawal without its reason')
      await editor.getByLabel('Public reason (English)').fill('Merged into another topic.')
      await editor.getByRole('button', { name: 'Withdraw' }).click()
      await expect(editor.getByText('Withdrawn.', { exact: true })).toBeVisible()
      const gone = await author.goto(`${address}-renamed`)
      expect(gone?.status()).toBe(410)
      await expect(author.getByText('Merged into another topic.')).toBeVisible()
    })

    test('an edition with all in it goes out at once; what blocks stands in the list', async ({ page }) => {
      test.setTimeout(120_000)
      const editor = await withDatabase(async (database) => {
        const account = await createAccount(database, 'editor')
        await signIn(page, database, account)
        return account
      })
      const name = `Forum ${javaScriptEnabled ? 'w' : 'n'}${Date.now().toString(36)}`
      const slug = name.toLowerCase().replace(' ', '-')
      const create = { do: 'create', by: editor.id } as const
      const { edition } = await writeRecords(await databaseUrl(), [
        { ...create, as: 'forum', noun: 'forum', raw: { texts: { en: { name } } } },
        { ...create, as: 'edition', noun: 'edition', raw: { forum: '$forum', year: 2033, timeZone: 'Asia/Almaty' } },
        { ...create, as: 'source', noun: 'source', raw: { texts: { en: { title: 'Programme' } } } },
        { ...create, as: 'person', noun: 'person', raw: { texts: { en: { name: 'Of This Edition' } } } },
        {
          ...create,
          ...{ as: 'session', noun: 'session' },
          raw: {
            ...{ edition: '$edition', texts: { en: { title: 'All at once' } } },
            ...{ appearances: [{ person: '$person' }], citations: [{ source: '$source' }] },
          },
        },
      ])
      await page.goto(`/admin/editions/${edition?.id}`)
      await panel(page).getByRole('link', { name: 'Publish the edition with all in it' }).click()
      await expect(page.getByText('1 record lacks something')).toBeVisible()
      await expect(page.getByRole('button', { name: /^Publish \d/ })).toHaveCount(0)
      await expectAccessibleAtBoth(page, 'an edition that is blocked')
      await page.getByLabel('Also the people').check()
      await page.getByRole('button', { name: 'Show' }).click()
      await expectAccessibleAtBoth(page, 'an edition that can go out')
      await page.getByRole('button', { name: 'Publish 5 records' }).click()
      await expect(page.getByText('The edition is published with all in it.')).toBeVisible()
      expect((await page.goto(`/forums/${slug}/2033/sessions/all-at-once`))?.status()).toBe(200)
      await expect(page.getByRole('link', { name: 'Of This Edition' }).first()).toBeVisible()
    })

    test('a preview link is handed on, and taken back', async ({ page, browser }) => {
      const account = await withDatabase(async (database) => {
        const made = await createAccount(database, 'contributor')
        await signIn(page, database, made)
        return made
      })
      const name = `Handed On ${javaScriptEnabled ? 'w' : 'n'}${Date.now().toString(36)}`
      const { it } = await writeRecords(await databaseUrl(), [
        { do: 'create', as: 'it', noun: 'person', by: account.id, raw: { texts: { en: { name } } } },
      ])
      await page.goto(`/admin/people/${it?.id}/preview`)
      await expectAccessibleAtBoth(page, 'no links')
      await page.getByRole('button', { name: 'Create a link' }).click()
      const link = new URL((await page.locator('code').textContent()) ?? '')
      await expectAccessibleAtBoth(page, 'a link')
      const context = await browser.newContext({ javaScriptEnabled, locale: 'en-GB' })
      const guest = await context.newPage()
      await guest.goto(link.pathname)
      await expect(guest.getByRole('heading', { level: 1 })).toContainText(name)
      await page.getByRole('button', { name: 'Take this link back' }).click()
      await expect(page.getByText('There is no link yet.')).toBeVisible()
      expect((await guest.reload())?.status()).toBe(404)
      expect((await guest.goto(link.pathname))?.status()).toBe(404)
      await context.close()
    })
  })
}

test('an administrator decides what blocks', async ({ page }) => {
  await withDatabase(async (database) => signIn(page, database, await createAccount(database, 'administrator')))
  await page.goto('/admin/settings')
  const box = page.getByRole('group', { name: 'Topic' }).getByLabel('A title in every language')
  await box.check()
  await page.getByRole('button', { name: 'Save the settings' }).click()
  await expect(page.getByText('The settings are saved.')).toBeVisible()
  await expect(box).toBeChecked()
  await expectAccessibleAtBoth(page, 'settings')
  await box.uncheck()
  await page.getByRole('button', { name: 'Save the settings' }).click()
  await expect(page.getByText('The settings are saved.')).toBeVisible()
  await expect(box).not.toBeChecked()
})
