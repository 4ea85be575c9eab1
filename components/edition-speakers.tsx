import type { Edition } from '@/lib/editions/queries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes, withQuery } from '@/lib/routes'
import { Section } from './section'
import type { SourceNumbers } from './source-numbers'
import { SpeakerGrid } from './speaker-grid'

/** Who spoke at an edition, or the first of them. */
export function EditionSpeakers(props: { edition: Edition; numbers: SourceNumbers; locale: Locale }) {
  const { edition, numbers, locale } = props
  const { t } = i18n(locale)
  return (
    <Section
      id="speakers"
      title={t('words.speakers')}
      more={
        edition.speakerCount > 0
          ? {
              label: t('forums.allSpeakers', { count: edition.speakerCount }),
              href: inLocale(locale, withQuery(routes.speakers(), { edition: edition.key })),
            }
          : undefined
      }
    >
      {edition.speakerCount === 0 && <p className="text-muted">{t('words.speakersNotRecorded')}</p>}
      <SpeakerGrid speakers={edition.speakers} numbers={numbers} locale={locale} />
    </Section>
  )
}
