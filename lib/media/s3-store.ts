import 'server-only'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import http from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { EMPTY, type S3Place, signed } from './s3-signature'
import { isStoredName, placeOf, type Store } from './store'

const PATIENCE_MS = 30_000
const PREFIX = 'media/'

type Ask = { method: string; key?: string; query?: Record<string, string>; headers?: Record<string, string> }
type Body = { file: string; size: number; sha256: string }

/** Files in S3-compatible storage, with the bucket in the path, as every such storage takes it. */
export function createS3Store(place: S3Place): Store {
  const keyOf = (name: string) => `${PREFIX}${placeOf(name)}`

  async function ask({ method, key = '', query = {}, headers = {} }: Ask, body?: Body): Promise<http.IncomingMessage> {
    const url = new URL(`${place.endpoint.replace(/\/+$/, '')}/${place.bucket}${key && `/${key}`}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value)
    const bodySha256 = body?.sha256 ?? EMPTY
    const sent = signed(place, { method, url, headers, bodySha256, at: new Date() })
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method,
      headers: { ...sent, 'content-length': String(body?.size ?? 0) },
      timeout: PATIENCE_MS,
    })
    request.once('timeout', () => request.destroy(new Error('The storage does not answer')))
    const answer = new Promise<http.IncomingMessage>((resolve, reject) => {
      request.once('response', resolve)
      request.once('error', reject)
    })
    if (body) await Promise.all([pipeline(createReadStream(body.file), request), answer])
    else request.end()
    return answer
  }

  async function expectStatus(answer: http.IncomingMessage, ...wanted: number[]) {
    const status = answer.statusCode ?? 0
    if (wanted.includes(status)) return status
    const said = (await text(answer)).slice(0, 300)
    throw new Error(`The storage answered ${status}: ${said}`)
  }

  return {
    async put(name, file) {
      const { size } = await stat(file)
      const answer = await ask({ method: 'PUT', key: keyOf(name) }, { file, size, sha256: name.slice(0, 64) })
      await expectStatus(answer, 200, 201, 204)
      answer.resume()
      await rm(file)
    },
    async has(name) {
      const answer = await ask({ method: 'HEAD', key: keyOf(name) })
      answer.resume()
      return (await expectStatus(answer, 200, 404)) === 200
    },
    async read(name, range) {
      const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {}
      const answer = await ask({ method: 'GET', key: keyOf(name), headers })
      if ((await expectStatus(answer, 200, 206, 404)) === 404) {
        answer.resume()
        return null
      }
      const whole = /\/(\d+)$/.exec(answer.headers['content-range'] ?? '')?.[1] ?? answer.headers['content-length']
      return { body: Readable.toWeb(answer) as ReadableStream<Uint8Array>, size: Number(whole) }
    },
    async remove(name) {
      const answer = await ask({ method: 'DELETE', key: keyOf(name) })
      await expectStatus(answer, 200, 204, 404)
      answer.resume()
    },
    async *list() {
      let token: string | undefined
      do {
        const query = { 'list-type': '2', prefix: PREFIX, ...(token ? { 'continuation-token': token } : {}) }
        const answer = await ask({ method: 'GET', query })
        await expectStatus(answer, 200)
        const xml = await text(answer)
        for (const [, key = '', size = ''] of xml.matchAll(/<Key>([^<]+)<\/Key>[\s\S]*?<Size>(\d+)<\/Size>/g)) {
          const name = key.slice(key.lastIndexOf('/') + 1)
          if (isStoredName(name) && key === keyOf(name)) yield { name, size: Number(size) }
        }
        token = /<NextContinuationToken>([^<]+)</.exec(xml)?.[1]
      } while (token)
    },
  }
}
