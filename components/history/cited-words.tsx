import type { ReactNode } from 'react'
import { SaidText } from '@/components/said-text'
import { languageName } from '@/lib/countries'
import { formatDay } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { CitedVersion } from '@/lib/statements/cited-version'
import type { Statement } from '@/lib/statements/queries'
import { kindWord } from './change-view'
import { GapNote } from './gap-note'
import { MarkedWords } from './marked-words'

/** On a statement's page, for whoever followed a citation: the words as they were cited, and what became of them. */
export function CitedWords(props: { cited: CitedVersion; statement: Statement; locale: Locale }) {
  const { cited, statement, locale } = props
  const context = i18n(locale)
  const { t } = context
  const { version, at, kind } = cited
  return (
    <section
      aria-label={t('corrections.version.title')}
      className="mt-7 space-y-5 rounded-card border border-rule-strong bg-accent-wash p-5"
    >
      <p className="font-semibold">{t(`corrections.version.${kind}`, { version, date: formatDay(at, context) })}</p>
      {cited.kind === 'redacted' && <GapNote gap={cited.gap} locale={locale} />}
      {cited.kind === 'changed' && (
        <>
          <Part label={t('corrections.version.title')}>
            <blockquote className="prose font-serif text-said">
              <SaidText said={cited.text} locale={locale} />
            </blockquote>
            {cited.form !== statement.form && (
              <p className="pt-1 text-meta text-muted">
                {t('statements.form')}. {t('corrections.version.was', { words: kindWord('form', cited.form, context) })}
                . {t('corrections.version.is', { words: kindWord('form', statement.form, context) })}.
              </p>
            )}
          </Part>
          <Part label={t('corrections.version.difference')}>
            {cited.pieces ? (
              <MarkedWords pieces={cited.pieces} language={cited.text.language} t={t} />
            ) : (
              <p>
                {t('corrections.version.otherLanguage', { language: languageName(statement.text.language, context) })}
              </p>
            )}
          </Part>
          <Part label={t('corrections.version.now')}>
            <blockquote className="prose font-serif text-said">
              <SaidText said={statement.text} locale={locale} />
            </blockquote>
          </Part>
        </>
      )}
    </section>
  )
}

const Part = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <p className="pb-1 text-meta text-muted">{label}</p>
    {children}
  </div>
)
