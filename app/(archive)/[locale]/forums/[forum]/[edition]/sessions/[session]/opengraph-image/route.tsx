import { OpengraphImage } from '@/components/opengraph-image'
import { sessionAt } from '@/lib/addresses'
import { pageContext } from '@/lib/i18n/page-context'
import { answerWithPicture } from '@/lib/opengraph/answer'
import { getSessionPicture } from '@/lib/opengraph/queries'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ locale: string; forum: string; edition: string; session: string }> }

export async function GET(_request: Request, { params }: Props) {
  const { forum, edition, session } = await params
  const context = await pageContext(params)
  return answerWithPicture(await sessionAt(forum, edition, session), context.locale, async (id) => {
    const picture = await getSessionPicture(id, context)
    return picture && <OpengraphImage picture={picture} site={context.t('site.name')} />
  })
}
