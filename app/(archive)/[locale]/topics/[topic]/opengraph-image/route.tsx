import { OpengraphImage } from '@/components/opengraph-image'
import { topicAt } from '@/lib/addresses'
import { pageContext } from '@/lib/i18n/page-context'
import { answerWithPicture } from '@/lib/opengraph/answer'
import { getTopicPicture } from '@/lib/opengraph/queries'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ locale: string; topic: string }> }

export async function GET(_request: Request, { params }: Props) {
  const { topic } = await params
  const context = await pageContext(params)
  return answerWithPicture(await topicAt(topic), context.locale, async (id) => {
    const picture = await getTopicPicture(id, context)
    return picture && <OpengraphImage picture={picture} site={context.t('site.name')} />
  })
}
