import { countryName, languageName } from '@/lib/countries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { Statement } from '@/lib/statements/queries'
import { CitationMarks } from './citation-marks'
import { PersonChip } from './person-chip'
import { SaidText } from './said-text'
import type { SourceNumbers } from './source-numbers'
import { TopicTags } from './tags'

/** The words of a statement, large and alone; who said them; and the original where this is a translation of it. */
export function StatementHead(props: { statement: Statement; numbers: SourceNumbers; locale: Locale }) {
  const { statement, numbers, locale } = props
  const context = i18n(locale)
  const { t } = context
  const { speaker, text, original, citations, topics } = statement
  return (
    <div className="pt-7">
      <h1 className="font-sans font-semibold text-gold text-small tracking-normal">
        {speaker ? t('statements.by', { name: speaker.person.name.value }) : t('statements.bySomebody')}
      </h1>
      <p className="prose pt-3 font-serif text-[clamp(1.5rem,1.1rem+1.6vw,2.125rem)] leading-[1.27]" id="statement">
        <SaidText said={text} locale={locale} />
        <CitationMarks citations={citations} numbers={numbers} locale={locale} />
      </p>
      <div className="pt-6">
        {speaker ? (
          <>
            <PersonChip appearance={speaker} locale={locale} />
            {speaker.countryCode && (
              <p className="ps-13 text-muted text-small">
                {t('statements.represented', { country: countryName(speaker.countryCode, context) })}
              </p>
            )}
          </>
        ) : (
          <p className="text-muted">{t('statements.speakerNotRecorded')}</p>
        )}
      </div>
      <div className="pt-6">
        {topics.length > 0 ? (
          <TopicTags topics={topics} locale={locale} />
        ) : (
          <p className="text-meta text-muted">{t('statements.topicsNotRecorded')}</p>
        )}
      </div>
      {original.language !== text.language && (
        <section className="mt-8 border-rule-strong border-s-2 ps-5" aria-labelledby="original-title">
          <h2 id="original-title" className="font-sans font-semibold text-muted text-small">
            {t('statements.original', { language: languageName(original.language, context) })}
          </h2>
          <p className="prose pt-1 font-serif text-said" lang={original.language}>
            {original.value}
          </p>
        </section>
      )}
    </div>
  )
}
