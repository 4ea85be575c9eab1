import type { ReactNode } from 'react'
import type { Edition } from '@/lib/editions/queries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { citationsFor } from '@/lib/sources/citations'
import { CitationMarks } from './citation-marks'
import { PageTitle } from './page-title'
import { SaidText } from './said-text'
import type { SourceNumbers } from './source-numbers'

/** The head of an edition: which one it is, its name, its theme and summary with their sources. */
export function EditionHead(props: { edition: Edition; numbers: SourceNumbers; locale: Locale; children: ReactNode }) {
  const { edition, numbers, locale } = props
  const { number, name, theme, summary } = edition
  const marks = (claim: string) => (
    <CitationMarks citations={citationsFor(edition.citations, claim)} numbers={numbers} locale={locale} />
  )
  return (
    <PageTitle
      kind={
        number && (
          <>
            {i18n(locale).t('words.nthEdition', { number })}
            {marks('number')}
          </>
        )
      }
      title={<SaidText said={name.name} locale={locale} />}
      lede={
        (theme || summary) && (
          <>
            {theme && (
              <p className="text-ink">
                <SaidText said={theme} locale={locale} />
                {marks('theme')}
              </p>
            )}
            {summary && (
              <p>
                <SaidText said={summary} locale={locale} />
                {marks('summary')}
              </p>
            )}
          </>
        )
      }
    >
      {props.children}
    </PageTitle>
  )
}
