import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signed } from './s3-signature'
import { createS3Store } from './s3-store'
import type { Store } from './store'

test('a request is signed as the documentation of Signature Version 4 signs it', () => {
  const sent = signed(
    {
      endpoint: 'https://s3.amazonaws.com',
      bucket: 'examplebucket',
      region: 'us-east-1',
      key: 'AKIAIOSFODNN7EXAMPLE',
      secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    {
      method: 'GET',
      url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
      headers: { range: 'bytes=0-9' },
      bodySha256: createHash('sha256').digest('hex'),
      at: new Date('2013-05-24T00:00:00Z'),
    },
  )
  expect(sent.authorization).toMatch(/Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41$/)
})

/** As much of S3 as the archive asks for; a request whose signature or content is not right is refused. */
const files = new Map<string, Buffer>()
const place = { endpoint: '', bucket: 'archive', region: 'eu-north-1', key: 'KEY', secret: 'SECRET' }
const server = http.createServer(async (req, res) => {
  const body = await buffer(req)
  const url = new URL(req.url ?? '/', place.endpoint)
  const { authorization = '', range, 'x-amz-date': date = '', 'x-amz-content-sha256': sha256 = '' } = req.headers
  const expected = signed(place, {
    method: req.method ?? '',
    url,
    headers: range ? { range } : {},
    bodySha256: createHash('sha256').update(body).digest('hex'),
    at: new Date(String(date).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')),
  })
  if (authorization !== expected.authorization || sha256 !== expected['x-amz-content-sha256'])
    return res.writeHead(403).end('<Code>SignatureDoesNotMatch</Code>')
  const key = url.pathname.replace('/archive/', '')
  const file = files.get(key)
  if (url.searchParams.has('list-type')) {
    const [at, keys] = [Number(url.searchParams.get('continuation-token') ?? 0), [...files.keys()].sort()]
    const [entry] = keys
      .slice(at)
      .map((name) => `<Contents><Key>${name}</Key><Size>${files.get(name)?.length}</Size></Contents>`)
    const next = at + 1 < keys.length ? `<NextContinuationToken>${at + 1}</NextContinuationToken>` : ''
    return res.end(`<ListBucketResult>${entry ?? ''}${next}</ListBucketResult>`)
  }
  if (req.method === 'PUT') files.set(key, body)
  if (req.method === 'DELETE') files.delete(key)
  if (req.method === 'PUT' || req.method === 'DELETE') return res.writeHead(204).end()
  if (!file) return res.writeHead(404).end('<Code>NoSuchKey</Code>')
  const [, start, end] = /bytes=(\d+)-(\d+)/.exec(range ?? '') ?? []
  if (start === undefined) return res.writeHead(200, { 'content-length': file.length }).end(file)
  const part = file.subarray(Number(start), Number(end) + 1)
  return res
    .writeHead(206, { 'content-range': `bytes ${start}-${end}/${file.length}`, 'content-length': part.length })
    .end(part)
})

const folder = mkdtempSync(path.join(os.tmpdir(), 'plenary-s3-'))
let store: Store
const name = (content: string) => `${createHash('sha256').update(content).digest('hex')}.pdf`
async function put(content: string, called = name(content)) {
  const file = path.join(folder, 'file')
  writeFileSync(file, content)
  await store.put(called, file)
}
const read = async (called: string, range?: { start: number; end: number }) => {
  const stored = await store.read(called, range)
  return stored && { size: stored.size, text: await new Response(stored.body).text() }
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  place.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  store = createS3Store(place)
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

test('files are put, found, read in parts, listed and removed', async () => {
  for (const content of ['one', 'two', 'three']) await put(content)
  expect(await store.has(name('one'))).toBe(true)
  expect(await store.has(name('four'))).toBe(false)
  expect(await read(name('three'))).toEqual({ size: 5, text: 'three' })
  expect(await read(name('three'), { start: 1, end: 2 })).toEqual({ size: 5, text: 'hr' })
  expect(await read(name('four'))).toBeNull()
  const listed = []
  for await (const file of store.list()) listed.push(file)
  expect(listed.sort((a, b) => a.size - b.size)).toHaveLength(3)
  expect(listed.at(-1)).toEqual({ name: name('three'), size: 5 })
  await store.remove(name('one'))
  expect(await store.has(name('one'))).toBe(false)
})

test('what is refused or does not answer is an error, not a missing file', async () => {
  await expect(put('other', name('not this'))).rejects.toThrow(/403/)
  const wrong = createS3Store({ ...place, secret: 'WRONG' })
  await expect(wrong.has(name('two'))).rejects.toThrow(/403/)
  const away = createS3Store({ ...place, endpoint: 'http://127.0.0.1:1' })
  await expect(away.read(name('two'))).rejects.toThrow(/ECONNREFUSED/)
})
