import { OpengraphImage } from '@/components/opengraph-image'
import { pageContext } from '@/lib/i18n/page-context'
import { drawPicture } from '@/lib/opengraph/answer'

export const dynamic = 'force-dynamic'

/** The picture of the archive itself, and of pages without one of their own. Reads no database. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { t } = await pageContext(params)
  const picture = { kind: t('site.tagline'), title: t('site.description'), foot: t('site.feedback') }
  return drawPicture(<OpengraphImage picture={picture} site={t('site.name')} />)
}
