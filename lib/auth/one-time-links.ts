import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { OneTimeLinkPurpose } from '@/prisma/client/enums'

export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')

/** A new secret for a link; the database gets only its hash. */
export function newToken() {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: tokenHash(token) }
}

/** The where-clause of a link that can still be used. */
export const openLink = (purpose: OneTimeLinkPurpose, token: string) => ({
  tokenHash: tokenHash(token),
  purpose,
  usedAt: null,
  expiresAt: { gt: new Date() },
})
