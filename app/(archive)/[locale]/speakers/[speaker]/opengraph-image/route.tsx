import { OpengraphImage } from '@/components/opengraph-image'
import { initials } from '@/components/portrait'
import { speakerAt } from '@/lib/addresses'
import { pageContext } from '@/lib/i18n/page-context'
import { answerWithPicture } from '@/lib/opengraph/answer'
import { getSpeakerPicture } from '@/lib/opengraph/queries'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ locale: string; speaker: string }> }

export async function GET(_request: Request, { params }: Props) {
  const { speaker } = await params
  const context = await pageContext(params)
  return answerWithPicture(await speakerAt(speaker), context.locale, async (id) => {
    const picture = await getSpeakerPicture(id, context)
    return (
      picture && (
        <OpengraphImage picture={{ ...picture, initials: initials(picture.title) }} site={context.t('site.name')} />
      )
    )
  })
}
