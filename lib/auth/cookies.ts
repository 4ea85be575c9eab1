import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { authSecret, env } from '@/lib/env'

const isTls = () => env().PLENARY_URL.startsWith('https:')

/** Behind TLS a browser takes the cookie from nobody but this very host. */
const cookieName = (name: string) => (isTls() ? `__Host-plenary-${name}` : `plenary-${name}`)

/** What the archive keeps in a browser: encrypted, out of the reach of scripts, and sent only to the archive. */
export async function setSealedCookie(name: string, content: Record<string, string>, maxAge: number): Promise<void> {
  const value = await encode({ token: content, secret: authSecret(), maxAge, salt: `plenary-${name}` })
  ;(await cookies()).set(cookieName(name), value, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isTls(),
    path: '/',
    maxAge,
  })
}

/** What such a cookie holds; null when there is none, or it is forged or too old. */
export async function readSealedCookie(name: string): Promise<unknown> {
  const token = (await cookies()).get(cookieName(name))?.value
  if (!token) return null
  return decode({ token, secret: authSecret(), salt: `plenary-${name}` }).catch(() => null)
}

export async function removeCookie(name: string): Promise<void> {
  // `delete` would leave out what makes a browser accept a change of a `__Host-` cookie.
  ;(await cookies()).set(cookieName(name), '', {
    httpOnly: true,
    sameSite: 'lax',
    secure: isTls(),
    path: '/',
    maxAge: 0,
  })
}
