import { randomUUID } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { GET } from '@/app/media/[file]/route'
import { db } from '@/lib/db'
import { createPreviewLink } from '@/lib/preview/links'
import { adoptRows } from '@/lib/revisions/adopt'
import type { Noun } from '@/lib/revisions/nouns'
import { publishRecord, withdrawRecord } from '@/lib/revisions/publish'
import { type Content, registry } from '@/lib/revisions/registry'
import { createRecord, saveRecord } from '@/lib/revisions/save'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { ownMediaFolder, pdfOf, pictureOf, uploadOf } from '@/lib/testing/uploads'
import { storedName } from './file-kinds'
import { removeMedia, saveMedia } from './mutations'
import { getMediaForEdit, listMedia, listMediaChoices } from './queries'
import { mediaWordsSchema } from './schema'
import { placeOf } from './store'
import { takeUpload } from './take-upload'

const folder = ownMediaFolder()
const by = { id: randomUUID() }
let seed = 0

beforeAll(async () => {
  await startFromSeed()
  await adoptRows()
})

const content = (noun: Noun, raw: object): Content => {
  const { content, errors } = registry[noun].parse(raw)
  if (errors) throw new Error(JSON.stringify(errors))
  return content
}
async function picture(fields: Record<string, string> = { 'alternativeText.en': 'A portrait' }) {
  const file = await pictureOf(++seed, 60 + seed, 60)
    .png()
    .toBuffer()
  const { id } = await takeUpload(uploadOf(file, `picture-${seed}.png`, fields), by)
  return db.media.findUniqueOrThrow({ where: { id } })
}
async function pdf() {
  const { id } = await takeUpload(uploadOf(pdfOf(`document ${++seed}`), `слайды "${seed}".pdf`), by)
  return db.media.findUniqueOrThrow({ where: { id } })
}
const get = (name: string, headers: Record<string, string> = {}, method = 'GET') =>
  GET(new Request(`http://localhost/media/${name}`, { headers, method }), { params: Promise.resolve({ file: name }) })
const nameOf = (media: { sha256: string; mediaType: string }) => storedName(media.sha256, media.mediaType)
const statusOf = async (media: { sha256: string; mediaType: string }) => (await get(nameOf(media))).status

async function person(portrait: string | null, more: object = {}) {
  const texts = { en: { name: `Person ${++seed}` } }
  return createRecord('person', content('person', { portrait, texts, ...more }), by)
}
async function published(record: { id: string; lock: number }) {
  const outcome = await publishRecord({ id: record.id, lock: record.lock, by })
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return { id: record.id, lock: outcome.lock }
}

describe('a file is public while a public record uses it', () => {
  test('a portrait: not as a draft, nor after withdrawal; its square with it', async () => {
    const media = await picture()
    const small = { sha256: media.smallSha256 ?? '', mediaType: media.mediaType }
    expect([await statusOf(media), await statusOf(small)]).toEqual([404, 404])
    const draft = await person(media.id)
    expect([await statusOf(media), await statusOf(small)]).toEqual([404, 404])
    const record = await published(draft)
    expect([await statusOf(media), await statusOf(small)]).toEqual([200, 200])
    await withdrawRecord({ ...record, by, reasons: { en: 'Test' } })
    expect([await statusOf(media), await statusOf(small)]).toEqual([404, 404])
  })

  test('a pending version’s portrait is not public, and the one it replaces is until then', async () => {
    const [first, second] = [await picture(), await picture()]
    const record = await published(await person(first.id))
    const saved = await saveRecord({
      ...record,
      by,
      content: content('person', { portrait: second.id, texts: { en: { name: 'Same' } } }),
    })
    if (saved.kind !== 'saved') throw new Error(saved.kind)
    expect([await statusOf(first), await statusOf(second)]).toEqual([200, 404])
    await published({ id: record.id, lock: saved.lock })
    expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200])
  })

  test('the kept copy of a source', async () => {
    const media = await pdf()
    const texts = { en: { title: 'A source' } }
    const draft = await createRecord('source', content('source', { keptCopy: media.id, texts }), by)
    expect(await statusOf(media)).toBe(404)
    await published(draft)
    expect(await statusOf(media)).toBe(200)
  })

  test('the documents of a session and an edition, also where the edition is withdrawn', async () => {
    const [programme, slides] = [await pdf(), await pdf()]
    const { sessionId } = await db.appearance.findFirstOrThrow({ where: { position: 0 } })
    const session = await db.record.findUniqueOrThrow({ where: { id: sessionId } })
    const edition = await db.record.findUniqueOrThrow({ where: { id: session.parentId ?? '' } })
    const attach = async (record: { id: string; lock: number; content: unknown; noun: Noun }, media: string) => {
      const attachments = [{ media, texts: { en: { title: 'A document' } } }]
      const changed = content(record.noun, { ...(record.content as object), attachments })
      const saved = await saveRecord({ id: record.id, lock: record.lock, content: changed, by })
      if (saved.kind !== 'saved') throw new Error(saved.kind)
      return saved
    }
    const saved = [await attach(edition, programme.id), await attach(session, slides.id)]
    expect([await statusOf(programme), await statusOf(slides)]).toEqual([404, 404])
    for (const each of saved) await published(each)
    expect([await statusOf(programme), await statusOf(slides)]).toEqual([200, 200])
    const [read] = await registry.session.read([session.id])
    expect(registry.session.parse(read?.content).content?.attachments).toMatchObject([{ media: slides.id }])
    await db.edition.update({ where: { id: edition.id }, data: { state: 'withdrawn', withdrawnAt: new Date() } })
    expect([await statusOf(programme), await statusOf(slides)]).toEqual([404, 404])
    await db.edition.update({ where: { id: edition.id }, data: { state: 'published', withdrawnAt: null } })
  })

  test.each(['x', '../../etc/passwd', `${'a'.repeat(64)}.webp`, `${'a'.repeat(64)}.html`, `${'A'.repeat(64)}.webp`])(
    '%s is no file',
    async (name) => {
      expect((await get(name)).status).toBe(404)
    },
  )
})

describe('a public file', () => {
  test('is inert and kept for ever; a document is downloaded under its name', async () => {
    const media = await pdf()
    const texts = { en: { title: 'Another source' } }
    await published(await createRecord('source', content('source', { keptCopy: media.id, texts }), by))
    const name = nameOf(media)
    const whole = await get(name)
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(media.byteSize),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-disposition': `attachment; filename="______ _${seed}_.pdf"; filename*=UTF-8''${encodeURIComponent(`слайды "${seed}".pdf`)}`,
    })
    const text = await whole.text()
    const part = await get(name, { range: 'bytes=0-3' })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 0-3/${media.byteSize}`,
      text.slice(0, 4),
    ])
    expect((await get(name, { range: `bytes=${media.byteSize}-` })).status).toBe(416)
    expect((await get(name, { range: 'bytes=0-3', 'if-range': '"other"' })).status).toBe(200)
    expect((await get(name, { 'if-none-match': whole.headers.get('etag') ?? '' })).status).toBe(304)
    const head = await get(name, {}, 'HEAD')
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      String(media.byteSize),
      '',
    ])
    expect(await statusOf({ ...media, mediaType: 'image/webp' })).toBe(404)
  })

  test('that is missing or cut short on the disk is a 404 and a line in the log', async () => {
    const media = await picture()
    await published(await person(media.id))
    const file = path.join(folder, placeOf(nameOf(media)))
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    writeFileSync(file, 'cut')
    expect(await statusOf(media)).toBe(404)
    rmSync(file)
    expect(await statusOf(media)).toBe(404)
    expect(log.mock.calls.map(([line]) => JSON.parse(String(line)).msg)).toEqual([
      'a stored file is damaged',
      'a stored file is missing',
    ])
    log.mockRestore()
  })
})

describe('what is said about a file', () => {
  const words = (raw: object) => mediaWordsSchema.parse(raw)

  test('a picture nobody has described cannot be published', async () => {
    const media = await picture({})
    const record = await person(media.id)
    expect(await publishRecord({ ...record, by })).toEqual({ kind: 'conflict', conflict: 'unfinished' })
    expect(await saveMedia(media.id, words({ texts: { ru: { alternativeText: 'Портрет' } } }), by, false)).toBe('saved')
    await published(record)
  })

  test('a described picture stays described; languages the form does not ask in are kept', async () => {
    const media = await picture()
    expect(await saveMedia(media.id, words({ texts: {} }), by, true)).toBe('undescribed')
    await db.mediaText.create({ data: { mediaId: media.id, language: 'fr', status: 'human', alternativeText: 'Un' } })
    expect(
      await saveMedia(media.id, words({ texts: { kk: { alternativeText: 'Сурет' } }, credit: 'A' }), by, true),
    ).toBe('saved')
    const texts = await db.mediaText.findMany({ where: { mediaId: media.id }, orderBy: { language: 'asc' } })
    expect(texts.map(({ language, status }) => [language, status])).toEqual([
      ['fr', 'human'],
      ['kk', 'original'],
    ])
    expect(await saveMedia(randomUUID(), words({}), by, true)).toBe('gone')
  })

  test('once readers see it, only who may publish changes it', async () => {
    const media = await picture()
    await published(await person(media.id))
    const changed = words({ texts: { en: { alternativeText: 'Changed' } } })
    expect(await saveMedia(media.id, changed, by, false)).toBe('public')
    expect(await saveMedia(media.id, changed, by, true)).toBe('saved')
  })
})

describe('removal', () => {
  test('is refused while any version of any record mentions the file', async () => {
    const [first, second] = [await picture(), await picture()]
    const draft = await person(first.id)
    const texts = { en: { name: 'Without' } }
    await saveRecord({ ...draft, by, content: content('person', { portrait: second.id, texts }) })
    expect(await removeMedia(second.id, by)).toBe('used')
    expect(await removeMedia(first.id, by)).toBe('used')
    expect((await getMediaForEdit(first.id))?.uses).toMatchObject([{ id: draft.id, noun: 'person', isNow: false }])
    expect((await getMediaForEdit(second.id))?.uses).toMatchObject([{ id: draft.id, isNow: true }])
  })

  test('an autosave that is written over mentions the file no more', async () => {
    const [first, second] = [await picture(), await picture()]
    const texts = { en: { name: 'Typing' } }
    let { id, lock } = await person(null)
    for (const portrait of [first.id, second.id]) {
      const saved = await saveRecord({
        id,
        lock,
        by,
        isAutosave: true,
        content: content('person', { portrait, texts }),
      })
      if (saved.kind !== 'saved') throw new Error(saved.kind)
      lock = saved.lock
    }
    expect(await removeMedia(second.id, by)).toBe('used')
    expect(await removeMedia(first.id, by)).toBe('removed')
  })

  test('takes row and files away, once', async () => {
    const media = await picture()
    const files = [media.sha256, media.smallSha256 ?? ''].map((hash) => path.join(folder, placeOf(`${hash}.webp`)))
    expect(files.map((file) => existsSync(file))).toEqual([true, true])
    const outcomes = await Promise.all([removeMedia(media.id, by), removeMedia(media.id, by)])
    expect(outcomes.sort()).toEqual(['gone', 'removed'])
    expect(files.map((file) => existsSync(file))).toEqual([false, false])
  })
})

test('the list finds by name, description and credit, and says what is public', async () => {
  const media = await picture({ 'alternativeText.kk': 'Құс базары', credit: '100%_x' })
  for (const search of [`picture-${seed}.png`, 'құс БАЗ', '100%_', null])
    expect((await listMedia(search, 1)).items[0]).toMatchObject({ id: media.id, isPublic: false, uses: [] })
  expect((await listMedia('100%x', 1)).total).toBe(0)
  expect((await listMediaChoices('picture', [])).at(0)).toEqual({ id: media.id, label: `picture-${seed}.png` })
  expect((await listMediaChoices('document', [media.id])).at(0)?.id).toBe(media.id)
})

test('the preview of a draft shows its files, to nobody else', async () => {
  const media = await picture()
  const { id } = await person(media.id)
  const token = await createPreviewLink({ recordId: id, noun: 'person', by })
  const seen = await get(nameOf(media), { cookie: `a=b; plenary-preview=${token}` })
  expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect((await get(nameOf(await picture()), { cookie: `plenary-preview=${token}` })).status).toBe(404)
  expect((await get(nameOf(media), { cookie: `plenary-preview=${'a'.repeat(43)}` })).status).toBe(404)
  expect(await statusOf(media)).toBe(404)
})
