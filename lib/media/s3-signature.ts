import { createHash, createHmac } from 'node:crypto'

export type S3Place = { endpoint: string; bucket: string; region: string; key: string; secret: string }

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** The SHA-256 of a request without a body. */
export const EMPTY = sha256('')

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * The headers that sign a request to S3-compatible storage (AWS Signature Version 4). `bodySha256` is the hash of what
 * is sent, so that the other side refuses anything else.
 */
export function signed(
  place: S3Place,
  request: { method: string; url: URL; headers?: Record<string, string>; bodySha256: string; at: Date },
): Record<string, string> {
  const { method, url, bodySha256, at } = request
  const time = at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const scope = `${time.slice(0, 8)}/${place.region}/s3/aws4_request`
  const headers: Record<string, string> = {
    ...request.headers,
    host: url.host,
    'x-amz-content-sha256': bodySha256,
    'x-amz-date': time,
  }
  const names = Object.keys(headers).sort()
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
  const canonical = [
    method,
    url.pathname,
    query,
    ...names.map((name) => `${name}:${headers[name]?.trim()}`),
    '',
    names.join(';'),
    bodySha256,
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')
  const signingKey = scope.split('/').reduce<string | Buffer>((key, part) => hmac(key, part), `AWS4${place.secret}`)
  const signature = createHmac('sha256', signingKey).update(toSign).digest('hex')
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${place.key}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  }
}
