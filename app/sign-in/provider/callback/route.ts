import { redirect } from 'next/navigation'
import { answerOfProvider, providerName } from '@/lib/auth/openid-connect'
import { safeReturnPath } from '@/lib/auth/return-path'
import { continueSignIn } from '@/lib/auth/sign-in'
import { readerLocale } from '@/lib/i18n/reader-locale'
import { routes, withQuery } from '@/lib/routes'
import { accountOfProvided } from '@/lib/users/provided'

export const dynamic = 'force-dynamic'

/** Where the provider sends the browser back to; worth nothing without the sealed cookie of the way there. */
export async function GET(request: Request) {
  if (!providerName()) return new Response('Not found\n', { status: 404 })
  const answer = await answerOfProvider(new URL(request.url)).catch(() => null)
  if (!answer) redirect(withQuery(routes.signIn(), { failed: 'provider' }))
  const account = await accountOfProvided(answer.identity, await readerLocale())
  if (!account) redirect(withQuery(routes.signIn(), { failed: 'unknown' }))
  redirect(await continueSignIn(account, safeReturnPath(answer.back), 'provider'))
}
