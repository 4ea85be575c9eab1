import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { authSecret } from '@/lib/env'

/** The key is made of the program's secret, so that a copy of the database alone opens nothing. */
const key = () => Buffer.from(hkdfSync('sha256', authSecret(), '', 'plenary secrets in the database', 32))

/** Encrypts a secret for the database (AES-256-GCM). `owner` binds it to one row: in another it does not open. */
export function seal(secret: Uint8Array, owner: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** What was sealed; null when it cannot be opened: another owner, another secret of the program, or damaged. */
export function unseal(text: string, owner: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
  } catch {
    return null
  }
}
