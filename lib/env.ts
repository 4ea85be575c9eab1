import 'server-only'
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
