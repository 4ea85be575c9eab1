import { redirect } from 'next/navigation'
import { beginAtProvider, providerName } from '@/lib/auth/openid-connect'
import { safeReturnPath } from '@/lib/auth/return-path'
import { routes, withQuery } from '@/lib/routes'

export const dynamic = 'force-dynamic'

/** A link, not a form: a form may not be led to another site (CSP, form-action). It changes nothing but a cookie. */
export async function GET(request: Request) {
  if (!providerName()) return new Response('Not found\n', { status: 404 })
  const back = safeReturnPath(new URL(request.url).searchParams.get('return'))
  const failed = withQuery(routes.signIn(), { failed: 'provider' })
  redirect(await beginAtProvider(back).catch(() => failed))
}
