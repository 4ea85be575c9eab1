import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import type { StatementCard } from '@/lib/statements/card'
import { Affiliation } from './affiliation'
import { CitationMarks } from './citation-marks'
import { Portrait } from './portrait'
import { SaidText, SessionTitle } from './said-text'
import type { SourceNumbers } from './source-numbers'
import { KindTag } from './tags'

/** A statement in a list: who, what, and its evidence in one line. `shows` says what the page does not. */
export function StatementItem(props: {
  statement: StatementCard
  numbers: SourceNumbers
  locale: Locale
  shows: { speaker?: boolean; session?: boolean; edition?: false }
}) {
  const { statement, numbers, locale, shows } = props
  const { speaker, session } = statement
  const { t } = i18n(locale)
  return (
    <article className="flex gap-4 py-6" data-keep-together>
      {shows.speaker && speaker && <Portrait person={speaker.person} />}
      <div className="min-w-0 flex-1">
        {shows.speaker && (
          <p className="text-[0.9375rem] text-muted">
            {speaker ? (
              <>
                <a className="quiet-link font-semibold text-ink" href={inLocale(locale, speaker.person.path)}>
                  <SaidText said={speaker.person.name} locale={locale} />
                </a>
                {(speaker.positionHeld || speaker.organisation) && ', '}
                <Affiliation appearance={speaker} locale={locale} />
              </>
            ) : (
              t('words.speakersNotRecorded')
            )}
          </p>
        )}
        <p className="prose pt-1 font-serif text-said">
          <SaidText said={statement.text} locale={locale} />
          <CitationMarks citations={statement.citations} numbers={numbers} locale={locale} />
        </p>
        <StatementMeta statement={statement} locale={locale}>
          {shows.session && session && (
            <span>
              <a className="link" href={inLocale(locale, session.path)}>
                <SessionTitle title={session.title} isTitleSupplied={session.isTitleSupplied} locale={locale} />
              </a>
              {shows.edition !== false && (
                <>
                  {', '}
                  <SaidText said={statement.edition.name} locale={locale} />
                </>
              )}
            </span>
          )}
        </StatementMeta>
      </div>
    </article>
  )
}

/** Form, kind, paragraph and permanent link of a statement. */
export function StatementMeta({
  statement,
  locale,
  children,
}: {
  statement: StatementCard
  locale: Locale
  children?: ReactNode
}) {
  const { t } = i18n(locale)
  const locators = statement.citations.map(({ locator }) => locator).filter((locator) => locator !== null)
  return (
    <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1 pt-2.5 text-meta text-muted">
      <KindTag isGold title={t(`words.formMeaning.${statement.form}`)}>
        {t(`words.form.${statement.form}`)}
      </KindTag>
      <span>{t(`words.kind.${statement.kind}`)}</span>
      {locators.map((locator) => (
        <span key={locator}>{t('words.paragraph', { locator })}</span>
      ))}
      {children}
      <a className="quiet-link py-0.5" data-permanent="" href={inLocale(locale, statement.path)}>
        {t('site.link')}
        <span className="sr-only"> {statement.publicId}</span>
      </a>
    </div>
  )
}
