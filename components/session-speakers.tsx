import { countryName } from '@/lib/countries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { Session } from '@/lib/sessions/queries'
import { CitationMarks } from './citation-marks'
import { PersonChip } from './person-chip'
import type { SourceNumbers } from './source-numbers'

/** Who took part in a session, each in their capacity on that day. */
export function SessionSpeakers(props: { session: Session; numbers: SourceNumbers; locale: Locale }) {
  const { session, numbers, locale } = props
  const context = i18n(locale)
  const { t } = context
  const { speakers, appearanceCount } = session
  return (
    <section className="pt-8" aria-labelledby="speakers-title">
      <h2 id="speakers-title" className="font-semibold text-item">
        {t('words.speakers')}
      </h2>
      {speakers.length === 0 && <p className="pt-3 text-meta text-muted">{t('sessions.noSpeakers')}</p>}
      <ul className="space-y-4 pt-4">
        {speakers.map(({ appearance, citations }) => (
          <li key={appearance.id}>
            <PersonChip
              appearance={appearance}
              locale={locale}
              marks={<CitationMarks citations={citations} numbers={numbers} locale={locale} />}
            />
            <ul className="ps-13 text-muted text-small">
              {appearance.role !== 'speaker' && <li className="text-gold">{t(`words.role.${appearance.role}`)}</li>}
              {appearance.countryCode && (
                <li>{t('sessions.represented', { country: countryName(appearance.countryCode, context) })}</li>
              )}
              {appearance.nameAsPrinted && appearance.nameAsPrinted !== appearance.person.name.value && (
                <li>{t('sessions.printedAs', { name: appearance.nameAsPrinted })}</li>
              )}
            </ul>
          </li>
        ))}
      </ul>
      {appearanceCount > speakers.length && (
        <p className="pt-3 text-meta text-muted">
          {t('sessions.moreSpeakers', { count: appearanceCount - speakers.length })}
        </p>
      )}
    </section>
  )
}
