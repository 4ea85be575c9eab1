import { z } from 'zod'
import { defaultLocale, locales } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { correctionsAsAtom } from '@/lib/interchange/corrections-atom'
import { listCorrections } from '@/lib/revisions/public-history'
import { publicNames } from '@/lib/revisions/public-names'

export const dynamic = 'force-dynamic'

const localeOf = z.enum(locales).catch(defaultLocale)
const MOST = 50

/** The last corrections as a feed, in the language that `locale` names. */
export async function GET(request: Request) {
  const context = i18n(localeOf.parse(new URL(request.url).searchParams.get('locale')))
  const { items } = await listCorrections(1, context.locale, MOST)
  const names = await publicNames([...new Set(items.map(({ recordId }) => recordId))], context.locale)
  return new Response(correctionsAsAtom(items, names, context), {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'content-language': context.locale,
      'cache-control': 'public, max-age=60',
    },
  })
}
