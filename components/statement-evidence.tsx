import type { ReactNode } from 'react'
import { formatDay } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import type { Statement } from '@/lib/statements/queries'
import { CitationMarks } from './citation-marks'
import { Facts } from './facts'
import { SaidText, SessionTitle } from './said-text'
import type { SourceNumbers } from './source-numbers'

/** What a statement is, how far its words are checked, and where they come from: the card beside it. */
export function StatementEvidence(props: { statement: Statement; numbers: SourceNumbers; locale: Locale }) {
  const { statement, numbers, locale } = props
  const context = i18n(locale)
  const { t } = context
  const { form, kind, checkedOn, citations, session, edition } = statement
  return (
    <Facts
      facts={[
        {
          label: t('statements.form'),
          value: (
            <>
              {t(`words.form.${form}`)}
              <Muted>{t(`words.formMeaning.${form}`)}</Muted>
            </>
          ),
        },
        { label: t('statements.kind'), value: t(`words.kind.${kind}`) },
        {
          label: t('statements.evidence'),
          value: checkedOn
            ? t('statements.checkedOn', { date: formatDay(checkedOn, context) })
            : t('statements.notChecked'),
        },
        {
          label: t('words.source'),
          value:
            citations.length === 0 ? (
              <Muted>{t('statements.noSource')}</Muted>
            ) : (
              citations.map((citation) => (
                <span key={`${citation.source.publicId} ${citation.locator}`} className="block">
                  <a className="link" href={inLocale(locale, citation.source.path)}>
                    <SaidText said={citation.source.title} locale={locale} />
                  </a>
                  <CitationMarks citations={[citation]} numbers={numbers} locale={locale} />
                  <Muted>
                    {citation.locator
                      ? t('words.paragraph', { locator: citation.locator })
                      : t('statements.locatorNotRecorded')}
                  </Muted>
                  {citation.note && (
                    <Muted>
                      <SaidText said={citation.note} locale={locale} />
                    </Muted>
                  )}
                </span>
              ))
            ),
        },
        {
          label: t('words.session'),
          value: session ? (
            <a className="link" href={inLocale(locale, session.path)}>
              <SessionTitle title={session.title} isTitleSupplied={session.isTitleSupplied} locale={locale} />
            </a>
          ) : (
            <Muted>{t('statements.sessionNotRecorded')}</Muted>
          ),
        },
        {
          label: t('words.edition'),
          value: (
            <a className="link" href={inLocale(locale, edition.path)}>
              <SaidText said={edition.name} locale={locale} />
            </a>
          ),
        },
      ]}
    />
  )
}

const Muted = ({ children }: { children: ReactNode }) => <span className="block text-muted text-small">{children}</span>
