import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { contentOf, draft, person } from '@/lib/testing/desk-records'
import { adoptRows } from './adopt'
import { HISTORY_PAGE, listHistory, recentHistory } from './history'
import { publishRecord, withdrawRecord } from './publish'
import { scheduleAct, sendBack, sendForReview } from './review'
import { saveRecord } from './save'

const topic = (name: string) => contentOf('topic', { texts: { en: { name } } })

test('the history says who did what to which version, and why, the newest first', async () => {
  const [author, editor] = [await person(db, 'An Author'), await person(db, 'An Editor')]
  const { id, lock } = await draft('topic', { texts: { en: { name: 'Rivers' } } }, author)
  const saved = await saveRecord({ id, lock, content: topic('Great rivers'), by: author, note: 'They are great' })
  if (saved.kind !== 'saved') throw new Error()
  await sendForReview({ id, lock: saved.lock, by: author })
  await sendBack({ id, lock: saved.lock + 1, by: editor, remark: 'How great?' })
  const at = new Date('2100-01-01T00:00:00Z')
  await scheduleAct({ id, lock: saved.lock + 2, by: editor, act: 'publish', at })
  await publishRecord({ id, lock: null, by: null })
  await withdrawRecord({ id, lock: null, by: { id: crypto.randomUUID() }, reasons: { ru: 'Ошибка' } })

  const { items, total } = await listHistory(id, 1)
  const by = ({ id, name }: { id: string; name: string }) => ({ id, name })
  expect(total).toBe(7)
  expect(items).toMatchObject([
    { act: 'record.withdraw', actor: { name: null }, notes: [{ text: 'Ошибка', lang: 'ru' }] },
    { act: 'record.publish', actor: null, notes: [], scheduled: null },
    { act: 'record.schedule', actor: by(editor), scheduled: { act: 'publish', at } },
    { act: 'record.send_back', actor: by(editor), notes: [{ text: 'How great?', lang: null }] },
    { act: 'record.submit', actor: by(author), version: 2, notes: [] },
    { act: 'record.save', actor: by(author), version: 2, notes: [{ text: 'They are great', lang: null }] },
    { act: 'record.create', actor: by(author), version: 1, notes: [] },
  ])
  expect(await recentHistory(id)).toEqual(items.slice(0, 5))
  expect(await recentHistory(crypto.randomUUID())).toEqual([])
})

test('a record from before the desk begins with that, on the last of its pages', async () => {
  const { id } = await db.topic.create({
    data: { slug: 'old', texts: { create: { language: 'en', status: 'original', name: 'Old' } } },
  })
  await adoptRows()
  let { lock } = await db.record.findUniqueOrThrow({ where: { id } })
  const saves = HISTORY_PAGE + 2
  for (let n = 0; n < saves; n++) {
    const saved = await saveRecord({ id, lock, content: topic(`Old ${n}`), by: null })
    if (saved.kind !== 'saved') throw new Error()
    lock = saved.lock
  }
  const pages = await Promise.all([1, 2, 3].map((page) => listHistory(id, page)))
  expect(pages.map(({ items }) => items.length)).toEqual([HISTORY_PAGE, 3, 0])
  expect(pages[0]).toMatchObject({ total: saves + 1, pages: 2 })
  const all = pages.flatMap(({ items }) => items)
  expect(all.map(({ version }) => version)).toEqual(Array.from({ length: saves + 1 }, (_, at) => saves + 1 - at))
  expect(all.at(-1)).toMatchObject({ act: 'record.adopt', actor: null, version: 1 })
})
