import type { Edition } from '@/lib/editions/queries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { Affiliation } from './affiliation'
import { CitationMarks } from './citation-marks'
import { Portrait } from './portrait'
import { SaidText } from './said-text'
import type { SourceNumbers } from './source-numbers'

/** The people of an edition with the capacity in which they spoke. */
export function SpeakerGrid(props: { speakers: Edition['speakers']; numbers: SourceNumbers; locale: Locale }) {
  const { locale, numbers } = props
  const { t } = i18n(locale)
  return (
    <ul className="grid grid-cols-2 gap-x-6 gap-y-9 sm:grid-cols-3 lg:grid-cols-5">
      {props.speakers.map(({ appearance, citations }) => (
        <li key={appearance.id} className="min-w-0">
          <Portrait person={appearance.person} size="large" />
          <p className="pt-3 font-semibold font-serif text-item">
            <a className="quiet-link" href={inLocale(locale, appearance.person.path)}>
              <SaidText said={appearance.person.name} locale={locale} />
            </a>
          </p>
          <p className="pt-0.5 text-meta text-muted">
            {appearance.positionHeld || appearance.organisation ? (
              <Affiliation appearance={appearance} locale={locale} />
            ) : (
              t('words.noPosition')
            )}
            <CitationMarks citations={citations} numbers={numbers} locale={locale} />
          </p>
        </li>
      ))}
    </ul>
  )
}
