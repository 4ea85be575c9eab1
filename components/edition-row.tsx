import type { EditionInList } from '@/lib/editions/card'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { EditionDates } from './edition-dates'
import { EditionPlace } from './edition-place'
import { SaidText } from './said-text'

/** An edition in a list: its year, name, place and dates, and how much of it is archived. */
export function EditionRow({ edition, locale }: { edition: EditionInList; locale: Locale }) {
  const { t } = i18n(locale)
  const { name, number, year, sessionCount, speakerCount } = edition
  return (
    <article
      className="grid items-center gap-x-7 gap-y-1 border-rule border-t py-4 md:grid-cols-[6rem_1fr_15rem]"
      data-keep-together
    >
      <p className={year ? 'font-serif text-section' : 'text-meta text-muted'}>
        {year ? String(year) : t('forums.yearNotRecorded')}
      </p>
      <div className="min-w-0">
        <h3 className="font-semibold text-item">
          <a className="quiet-link" href={inLocale(locale, name.path)}>
            <SaidText said={name.name} locale={locale} />
          </a>
        </h3>
        <p className="text-[0.9375rem] text-muted">
          {number && year && `${t('words.nthEdition', { number })}\u00a0· `}
          <EditionPlace place={edition.place} locale={locale} />
          {'\u00a0· '}
          <EditionDates dates={edition.dates} locale={locale} />
        </p>
      </div>
      <p className="text-[0.9375rem] text-muted md:text-end">
        {sessionCount === 0 ? t('words.notArchived') : t('words.countSessions', { count: sessionCount })}
        {sessionCount > 0 &&
          (speakerCount > 0 ? (
            `, ${t('words.countSpeakers', { count: speakerCount })}`
          ) : (
            <span className="block">{t('words.speakersNotRecorded')}</span>
          ))}
      </p>
    </article>
  )
}
