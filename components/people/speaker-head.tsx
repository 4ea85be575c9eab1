import { Affiliation } from '@/components/affiliation'
import { CitationMarks } from '@/components/citation-marks'
import { PageTitle } from '@/components/page-title'
import { Portrait } from '@/components/portrait'
import { SaidText } from '@/components/said-text'
import type { SourceNumbers } from '@/components/source-numbers'
import { TopicTags } from '@/components/tags'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { Speaker } from '@/lib/people/queries'

/** Portrait, name and the latest position recorded. */
export function SpeakerHead(props: { speaker: Speaker; numbers: SourceNumbers; locale: Locale }) {
  const { speaker, numbers, locale } = props
  const latest = speaker.capacities[0]
  const isKnown = latest && (latest.positionHeld || latest.organisation)
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-x-11 sm:flex-row">
      <div className="shrink-0 pt-7">
        <Portrait person={speaker} size="huge" isDescribed />
        <PortraitCredit speaker={speaker} locale={locale} />
      </div>
      <PageTitle
        title={<SaidText said={speaker.name} locale={locale} />}
        lede={
          <p>
            {isKnown ? (
              <>
                <Affiliation appearance={latest} locale={locale} isLinked />
                <CitationMarks citations={latest.citations} numbers={numbers} locale={locale} />
              </>
            ) : (
              i18n(locale).t('words.noPosition')
            )}
          </p>
        }
      >
        <div className="pt-5">
          <TopicTags topics={speaker.topics} locale={locale} />
        </div>
      </PageTitle>
    </div>
  )
}

function PortraitCredit({ speaker: { portrait }, locale }: { speaker: Speaker; locale: Locale }) {
  const credit = [portrait?.credit, portrait?.licence].filter(Boolean).join(', ')
  if (!credit) return null
  return (
    <p className="w-33 pt-2 text-small text-muted [overflow-wrap:anywhere]">
      {i18n(locale).t('media.picture', { credit })}
    </p>
  )
}
