import 'server-only'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { env } from '@/lib/env'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { routes, withQuery } from '@/lib/routes'
import type { UserRole } from '@/prisma/client/enums'
import { isOwnOrigin } from './origin'
import { may, type Permission } from './permissions'
import { requestFacts } from './request-facts'
import { safeReturnPath } from './return-path'
import { findSession, sessionIdOfRequest } from './sessions'

export type SignedIn = { id: string; name: string; email: string; role: UserRole; locale: Locale; sessionId: string }

/** Who is looking, or null. Asked of the database once in each request, so that an ended sign-in is over at once. */
export const signedIn: () => Promise<SignedIn | null> = cache(async () => {
  const id = await sessionIdOfRequest()
  const session = id ? await findSession(id) : null
  if (!session) return null
  const { locale, ...user } = session.user
  return { ...user, locale: isLocale(locale) ? locale : 'en', sessionId: session.id }
})

/**
 * The first line of every page, action and route of the desk: who is looking, if they may. Nobody is sent to sign in
 * and comes back after; too low a role is told so (403); so is a form that was not sent from the archive's own pages.
 * It throws what Next takes for redirect and 403: do not catch it.
 */
export async function allowed(permission: Permission): Promise<SignedIn> {
  await requireOwnOrigin()
  const user = await signedIn()
  if (!user) {
    const back = safeReturnPath(requestFacts().url)
    redirect(withQuery(routes.signIn(), { return: back === routes.desk() ? null : back }))
  }
  if (!may(user, permission)) forbidden()
  return user
}

/**
 * Refuses (403) what was sent from elsewhere. `allowed` does it; actions that nobody need be signed in for begin with
 * it. Only a request that sends something has a content type.
 */
export async function requireOwnOrigin(): Promise<void> {
  const sent = await headers()
  if (!sent.has('content-type') && !sent.has('next-action')) return
  const { PLENARY_URL, PLENARY_URL_CONFIGURED } = env()
  if (!isOwnOrigin(sent, PLENARY_URL_CONFIGURED ? PLENARY_URL : null)) forbidden()
}
