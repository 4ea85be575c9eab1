import { expect, test } from '@playwright/test'
import { ownPostgres, startArchive } from './server.ts'

/**
 * A page that was withdrawn never comes back: not after a restart in order, not after kill -9, whether somebody read
 * it in between or not, and not from another instance on the same database for longer than two seconds.
 */
const speaker = '/speakers/joshua-lincoln'

type Archive = Awaited<ReturnType<typeof startArchive>>
let postgres: Awaited<ReturnType<typeof ownPostgres>>
let archives: Archive[]

test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.beforeAll(async () => {
  postgres = await ownPostgres()
  archives = [await startArchive(postgres.url), await startArchive(postgres.url)]
})
test.afterAll(async () => {
  for (const archive of archives) await archive.remove()
  await postgres.remove()
})

const publish = () =>
  postgres.query(`UPDATE person SET state = 'published', withdrawn_at = NULL WHERE slug = 'joshua-lincoln'`)
const withdraw = async () => {
  await postgres.query(`UPDATE person SET state = 'withdrawn', withdrawn_at = now() WHERE slug = 'joshua-lincoln'`)
  await postgres.query(
    `UPDATE person_text SET withdrawal_reason = 'Withdrawn by the test' WHERE language = 'en' AND person_id = (SELECT id FROM person WHERE slug = 'joshua-lincoln')`,
  )
}
const status = async (archive: Archive, address = speaker) => (await archive.get(address)).status

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`withdrawn, ${signal}, one visited in between and one not`, async () => {
    await publish()
    for (const archive of archives) await expect.poll(() => status(archive)).toBe(200)
    await withdraw()
    const [visited] = archives as [Archive, Archive]
    await expect.poll(() => status(visited)).toBe(410)
    for (const archive of archives) await archive.stop(signal)
    await Promise.all(archives.map((archive) => archive.start()))
    for (const archive of archives) {
      const answer = await archive.get(speaker)
      expect(answer.status).toBe(410)
      expect(await answer.text()).toContain('Withdrawn by the test')
      const list = await (await archive.get('/speakers')).text()
      expect(list).not.toContain('Lincoln')
    }
  })
}

test('another instance answers 410 within two seconds, also one that was frozen meanwhile', async () => {
  const [one, other] = archives as [Archive, Archive]
  await publish()
  for (const archive of archives) await expect.poll(() => status(archive)).toBe(200)
  await withdraw()
  const since = performance.now()
  await expect.poll(() => status(other), { timeout: 2000, intervals: [50] }).toBe(410)
  expect(performance.now() - since).toBeLessThan(2000)

  await publish()
  for (const archive of archives) await expect.poll(() => status(archive)).toBe(200)
  other.freeze()
  await withdraw()
  await expect.poll(() => status(one)).toBe(410)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  other.thaw()
  expect(await status(other)).toBe(410)
})

test('while the database is away kept pages are served, others answer 503, and all recovers by itself', async () => {
  const [archive] = archives as [Archive]
  await publish()
  await expect.poll(() => status(archive)).toBe(200)
  expect(await status(archive, '/kk')).toBe(200)
  await postgres.stop()
  for (let i = 0; i < 3; i++) {
    expect(await status(archive)).toBe(200)
    expect(await status(archive, '/kk')).toBe(200)
    const unread = await archive.get('/kk/topics')
    expect([unread.status, unread.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await unread.text()).toContain('Дерекқор жауап бермей тұр')
    const health = await archive.get('/healthz')
    expect([health.status, await health.json()]).toEqual([
      503,
      expect.objectContaining({ process: 'ok', database: 'away' }),
    ])
  }
  await postgres.start()
  await expect.poll(() => status(archive, '/kk/topics')).toBe(200)
  await withdraw()
  await expect.poll(() => status(archive)).toBe(410)
})

test('a renamed record redirects for ever, and its old address is not given away', async () => {
  const [archive] = archives as [Archive]
  await publish()
  await postgres.query(`UPDATE person SET slug = 'j-lincoln' WHERE slug = 'joshua-lincoln'`)
  await expect.poll(() => status(archive)).toBe(301)
  expect((await archive.get(speaker)).headers.get('location')).toBe('/speakers/j-lincoln')
  expect((await archive.get(`/kk${speaker}`)).headers.get('location')).toBe('/kk/speakers/j-lincoln')
  await postgres.query(`UPDATE forum SET slug = 'attf-renamed' WHERE slug = 'astana-think-tank-forum'`)
  const old = '/forums/astana-think-tank-forum/2025/sessions/water-security'
  await expect.poll(() => status(archive, old)).toBe(301)
  expect((await archive.get(old)).headers.get('location')).toBe('/forums/attf-renamed/2025/sessions/water-security')
  await expect(
    postgres.query(`UPDATE person SET slug = 'joshua-lincoln' WHERE slug = 'charles-mclean'`),
  ).rejects.toThrow(/duplicate key/)
})
