import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { speakerAt } from '@/lib/addresses'
import { db } from '@/lib/db'
import { keptForVersion } from '@/lib/kept-for-version'
import { publishedPerson } from '@/lib/published'
import { adoptRows } from '@/lib/revisions/adopt'
import type { Noun } from '@/lib/revisions/nouns'
import { publishRecord } from '@/lib/revisions/publish'
import { registry } from '@/lib/revisions/registry'
import { createRecord, saveRecord } from '@/lib/revisions/save'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { createPreviewLink, findPreviewLink, listPreviewLinks, takeBackPreviewLink } from './links'
import { openPreview, renderInPreview } from './render'

const by = { id: randomUUID() }
const make = (noun: Noun, raw: object) => {
  const { content, errors } = registry[noun].parse(raw)
  if (errors) throw new Error(JSON.stringify(errors))
  return createRecord(noun, content, by)
}
const linkTo = (recordId: string) => createPreviewLink({ recordId, noun: 'topic', by })
const publicPeople = () => db.person.count({ where: publishedPerson })

beforeAll(async () => {
  await startFromSeed()
  await adoptRows()
})

test('within a preview a draft is public, outside it never was', async () => {
  const { id } = await make('person', { texts: { en: { name: 'Seen Only Here' } } })
  const before = await publicPeople()
  const token = await linkTo(id)
  expect(await openPreview(token)).toMatchObject({ kind: 'open', path: '/speakers/seen-only-here' })
  const made = await renderInPreview(token, async () => {
    // Several queries at once, as pages do.
    const [inside, address, again] = await Promise.all([publicPeople(), speakerAt('seen-only-here'), publicPeople()])
    return { inside, address, again }
  })
  expect(made).toMatchObject({
    kind: 'rendered',
    page: { inside: before + 1, again: before + 1, address: { kind: 'published', id } },
  })
  expect(await publicPeople()).toBe(before)
  expect(await speakerAt('seen-only-here')).toBeNull()
  expect(await db.person.count({ where: { id } })).toBe(0)
  expect(await db.personSlug.count({ where: { slug: 'seen-only-here' } })).toBe(0)
})

test('a session in preview brings the edition, speakers and topics that are not public yet; others see nothing meanwhile', async () => {
  const forum = await make('forum', { texts: { en: { name: 'Coming Forum' } } })
  const edition = await make('edition', { forum: forum.id, year: 2031, timeZone: 'Asia/Almaty' })
  const person = await make('person', { texts: { en: { name: 'Coming Speaker' } } })
  const organisation = await make('organisation', { texts: { en: { name: 'Coming Institute' } } })
  const session = await make('session', {
    edition: edition.id,
    texts: { en: { title: 'A coming session' } },
    appearances: [{ person: person.id, organisation: organisation.id }],
  })
  const before = await db.contentVersion.findFirstOrThrow()
  const token = await linkTo(session.id)
  expect(await openPreview(token)).toMatchObject({ path: '/forums/coming-forum/2031/sessions/a-coming-session' })
  await renderInPreview(token, async () => {
    expect(await db.appearance.count({ where: { sessionId: session.id, person: { state: 'published' } } })).toBe(1)
    expect(await db.organisation.count({ where: { id: organisation.id, state: 'published' } })).toBe(1)
  })
  expect(await openPreview(await linkTo(edition.id))).toMatchObject({ path: '/forums/coming-forum/2031' })
  await renderInPreview(await linkTo(edition.id), async () =>
    expect(await db.session.count({ where: { editionId: edition.id, state: 'published' } })).toBe(1),
  )
  expect(await db.forum.count({ where: { id: forum.id } })).toBe(0)
  expect(await db.contentVersion.findFirstOrThrow()).toEqual(before)
  expect(await db.$queryRaw`SELECT FROM search_stale`).toEqual([])
})

test('a pending version is seen in its preview and nowhere else, also by pages made at the same moment', async () => {
  const { id, lock } = await make('person', { slug: 'same-moment', texts: { en: { name: 'Public Name' } } })
  const published = await publishRecord({ id, lock, by })
  if (published.kind !== 'published') throw new Error(JSON.stringify(published))
  const { content } = registry.person.parse({ slug: 'same-moment', texts: { en: { name: 'Pending Name' } } })
  await saveRecord({ id, lock: published.lock, content: content ?? {}, by })
  const nameNow = async () => (await db.personText.findFirstOrThrow({ where: { personId: id } })).name
  const token = await linkTo(id)
  const names = await Promise.all(
    Array.from({ length: 12 }, async (_, n) => {
      if (n % 4) return [n % 4, await nameNow()]
      const made = await renderInPreview(token, nameNow)
      return [0, made.kind === 'rendered' ? made.page : made.kind]
    }),
  )
  for (const [n, name] of names) expect(name).toBe(n ? 'Public Name' : 'Pending Name')
})

test('what is kept for a version is neither read nor filled by a preview', async () => {
  const { id } = await make('person', { texts: { en: { name: 'Not Kept' } } })
  const count = keptForVersion(publicPeople)
  const token = await linkTo(id)
  const inside = () => renderInPreview(token, count)
  const first = await inside()
  const outside = await count()
  expect(first).toMatchObject({ kind: 'rendered', page: outside + 1 })
  expect(await inside()).toMatchObject({ page: outside + 1 })
  expect(await count()).toBe(outside)
})

test('a page that fails takes everything back too', async () => {
  const { id } = await make('topic', { texts: { en: { name: 'Failing' } } })
  const token = await linkTo(id)
  const failing = renderInPreview(token, async () => {
    throw new Error('of the page')
  })
  await expect(failing).rejects.toThrow('of the page')
  expect(await db.topic.count({ where: { id } })).toBe(0)
})

test('a draft that cannot be shown says so, and one that it mentions is left out', async () => {
  const nameless = await make('person', { texts: { en: { biography: 'Without a name' } } })
  expect(await openPreview(await linkTo(nameless.id))).toEqual({ kind: 'unfinished' })
  const edition = await db.record.findFirstOrThrow({ where: { noun: 'edition' } })
  const session = await make('session', {
    ...{ edition: edition.id, texts: { en: { title: 'With somebody nameless' } } },
    appearances: [{ person: nameless.id }],
  })
  await renderInPreview(await linkTo(session.id), async () => {
    expect(await db.session.count({ where: { id: session.id, state: 'published' } })).toBe(1)
    expect(await db.person.count({ where: { id: nameless.id, state: 'published' } })).toBe(0)
  })
})

test('a preview waits for nobody who writes, and nobody waits long for it', async () => {
  const { id, lock } = await make('topic', { slug: 'contended', texts: { en: { name: 'Contended' } } })
  const token = await linkTo(id)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let started = () => {}
  const isInside = new Promise<void>((resolve) => {
    started = resolve
  })
  const preview = renderInPreview(token, async () => {
    started()
    await held
  })
  await isInside
  const publishing = publishRecord({ id, lock, by })
  release()
  await preview
  expect(await publishing).toMatchObject({ kind: 'published' })

  const writer = db.$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE topic SET state = state WHERE id = ${id}::uuid`
    await expect(renderInPreview(token, async () => {})).rejects.toThrow(/lock timeout/)
  })
  await writer
})

test('a link ends, is made up, or is taken back: it opens nothing; only its hash is stored', async () => {
  const { id } = await make('topic', { texts: { en: { name: 'Linked' } } })
  const token = await createPreviewLink({ recordId: id, noun: 'topic', by, isForHandingOn: true })
  const [link] = await listPreviewLinks(id)
  expect(link?.token).toBe(token)
  expect(JSON.stringify(await db.previewLink.findMany(), (_, value) => value)).not.toContain(token)
  expect(await findPreviewLink('A'.repeat(43))).toBeNull()
  expect(await findPreviewLink("' OR 1=1 --")).toBeNull()
  await db.previewLink.updateMany({ where: { recordId: id }, data: { expiresAt: new Date(Date.now() - 1) } })
  expect(await openPreview(token)).toEqual({ kind: 'closed' })
  expect(await renderInPreview(token, async () => 'page')).toEqual({ kind: 'closed' })
  const other = await createPreviewLink({ recordId: id, noun: 'topic', by, isForHandingOn: true })
  const [still] = await listPreviewLinks(id)
  await takeBackPreviewLink({ recordId: id, noun: 'topic', tokenHash: still?.tokenHash ?? '', by })
  expect(await openPreview(other)).toEqual({ kind: 'closed' })
})
