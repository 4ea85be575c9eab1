import { OpengraphImage } from '@/components/opengraph-image'
import { statementAt } from '@/lib/addresses'
import { pageContext } from '@/lib/i18n/page-context'
import { answerWithPicture } from '@/lib/opengraph/answer'
import { getStatementPicture } from '@/lib/opengraph/queries'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ locale: string; statement: string }> }

export async function GET(_request: Request, { params }: Props) {
  const { statement } = await params
  const context = await pageContext(params)
  return answerWithPicture(await statementAt(statement), context.locale, async (id) => {
    const picture = await getStatementPicture(id, context)
    return picture && <OpengraphImage picture={picture} site={context.t('site.name')} />
  })
}
