import { beforeAll, expect, test } from 'vitest'
import { sourceAt } from '@/lib/addresses'
import { db } from '@/lib/db'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { source } from '@/prisma/seed/source'
import { claimNouns } from './claims'
import { getSource } from './queries'

async function article() {
  const address = await sourceAt(source.publicId)
  const found = address?.kind === 'published' ? await getSource(address.id, 1, 'ru') : null
  if (!found) throw new Error('The article is not there')
  return found
}

beforeAll(async () => {
  await startFromSeed()
})

test('every claim is listed once, in groups by noun', async () => {
  const { claims } = await article()
  expect(claims.total).toBe(await db.citation.count())
  expect(claims.items).toHaveLength(claims.total)
  const nouns = claims.items.map(({ noun }) => noun)
  expect([...new Set(nouns)]).toEqual(claimNouns)
  expect(nouns).toEqual([...nouns].sort((a, b) => claimNouns.indexOf(a) - claimNouns.indexOf(b)))
  expect(claims.items.every(({ locator }) => /^P\d$/.test(locator ?? ''))).toBe(true)
  expect(claims.items.filter(({ claim }) => claim === 'dates')).toHaveLength(1)
})

test('a source has its title in the reader’s language and in its own', async () => {
  const { title, originalTitle } = await article()
  expect(title.language).toBe('ru')
  expect(originalTitle).toMatchObject({ value: source.title.en, language: 'en' })
})

test('claims on what is not published are neither listed nor counted', async () => {
  const before = (await article()).claims.total
  await db.topic.update({ where: { slug: 'transport' }, data: { state: 'draft' } })
  await db.person.update({ where: { slug: 'charles-mclean' }, data: { state: 'in_review' } })
  const { claims } = await article()
  const about = claims.items.map(({ path }) => path as string)
  expect(about.some((path) => /transport$/.test(path) && path.startsWith('/topics'))).toBe(false)
  expect(about.some((path) => path.endsWith('charles-mclean'))).toBe(false)
  const statements = await db.citation.count({
    where: { statement: { appearance: { person: { slug: 'charles-mclean' } } } },
  })
  const own = await db.citation.count({
    where: {
      OR: [
        { topic: { slug: 'transport' } },
        { person: { slug: 'charles-mclean' } },
        { appearance: { person: { slug: 'charles-mclean' } } },
      ],
    },
  })
  expect(claims.total).toBe(before - own - statements)
  expect(claims.items).toHaveLength(claims.total)
})
