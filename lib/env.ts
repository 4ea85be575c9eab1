import 'server-only'
import path from 'node:path'
import { z } from 'zod'

/** A variable that is set to nothing is not set. */
const optional = z
  .string()
  .optional()
  .transform((value) => value || null)

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  /** The archive's own address, without a slash at its end. */
  PLENARY_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('http://localhost:3000'),
  /** Set by the start program when the operator gave PLENARY_URL; else the address is a guess. */
  PLENARY_URL_CONFIGURED: optional,
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(10),
  NEXTAUTH_SECRET: optional,
  SMTP_URL: optional,
  MAIL_FROM: optional,
  OIDC_ISSUER: optional,
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  OIDC_NAME: optional,
  /** Where an installation keeps what is its own. */
  PLENARY_DATA: optional,
  MEDIA_S3_ENDPOINT: optional.pipe(z.url({ protocol: /^https?$/ }).nullable()),
  MEDIA_S3_BUCKET: optional.pipe(
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,62}$/)
      .nullable(),
  ),
  MEDIA_S3_REGION: optional,
  MEDIA_S3_KEY: optional,
  MEDIA_S3_SECRET: optional,
})

let read: z.infer<typeof schema> | undefined

/** The configuration, read and checked when it is first needed: `next build` needs none of it. */
export function env() {
  read ??= schema.parse(process.env)
  return read
}

/** The secret that signs cookies and encrypts what the database holds encrypted. The start program sees to it. */
export function authSecret(): string {
  const secret = env().NEXTAUTH_SECRET
  if (!secret || secret.length < 32) throw new Error('NEXTAUTH_SECRET is missing or shorter than 32 characters')
  return secret
}

/** The folder of stored files, and of those that are just arriving. */
export const mediaFolder = () => path.resolve(env().PLENARY_DATA ?? '.data', 'media')

/** The S3-compatible storage that the operator configured; null when files stay on this machine. */
export function s3Place() {
  const { MEDIA_S3_ENDPOINT: endpoint, MEDIA_S3_BUCKET: bucket, MEDIA_S3_KEY: key, MEDIA_S3_SECRET: secret } = env()
  if (!endpoint && !bucket && !key && !secret) return null
  if (endpoint && bucket && key && secret)
    return { endpoint, bucket, key, secret, region: env().MEDIA_S3_REGION ?? 'us-east-1' }
  throw new Error(
    'MEDIA_S3_ENDPOINT, MEDIA_S3_BUCKET, MEDIA_S3_KEY and MEDIA_S3_SECRET belong together: one is missing',
  )
}
