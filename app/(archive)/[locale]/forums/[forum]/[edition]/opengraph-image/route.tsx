import { OpengraphImage } from '@/components/opengraph-image'
import { editionAt } from '@/lib/addresses'
import { pageContext } from '@/lib/i18n/page-context'
import { answerWithPicture } from '@/lib/opengraph/answer'
import { getEditionPicture } from '@/lib/opengraph/queries'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ locale: string; forum: string; edition: string }> }

export async function GET(_request: Request, { params }: Props) {
  const { forum, edition } = await params
  const context = await pageContext(params)
  return answerWithPicture(await editionAt(forum, edition), context.locale, async (id) => {
    const picture = await getEditionPicture(id, context)
    return picture && <OpengraphImage picture={picture} site={context.t('site.name')} />
  })
}
