import { programmeChangesAt } from '@/lib/addresses'
import { pageContext } from '@/lib/i18n/page-context'
import { programmeAsAtom } from '@/lib/interchange/programme-atom'
import { getProgrammeHistory } from '@/lib/programme/version-queries'
import { inLocale, routes } from '@/lib/routes'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ locale: string; forum: string; edition: string }> }

/** What changed in a programme, for feed readers: the newest versions. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { forum, edition } = await params
  const context = await pageContext(params)
  const address = await programmeChangesAt(forum, edition)
  if (address?.kind === 'moved') {
    const to = inLocale(context.locale, `${address.to}.atom`)
    return new Response(null, { status: 301, headers: { location: to } })
  }
  const history = address?.kind === 'published' ? await getProgrammeHistory(address.id, context.locale, 1) : null
  if (address?.kind !== 'published' || !history)
    return new Response(null, { status: address?.kind === 'withdrawn' ? 410 : 404 })
  const paths = { page: address.path, feed: routes.programmeChangesFeed(forum, edition) }
  return new Response(programmeAsAtom(history, paths, context), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  })
}
