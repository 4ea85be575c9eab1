import { CitationMarks } from '@/components/citation-marks'
import { Markdown } from '@/components/markdown'
import { PageTitle } from '@/components/page-title'
import { SaidText } from '@/components/said-text'
import type { SourceNumbers } from '@/components/source-numbers'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { Organisation } from '@/lib/organisations/queries'

/** The kind, name and description of an organisation, with the sources that name it. */
export function OrganisationHead(props: { organisation: Organisation; numbers: SourceNumbers; locale: Locale }) {
  const { organisation, numbers, locale } = props
  const { name, kind, citations, description } = organisation
  const { t } = i18n(locale)
  return (
    <PageTitle
      kind={
        <>
          {kind ? t(`words.organisationKind.${kind}`) : t('organisations.kindNotRecorded')}
          <CitationMarks citations={citations} numbers={numbers} locale={locale} />
        </>
      }
      title={<SaidText said={name} locale={locale} />}
    >
      {description && <Markdown said={description} locale={locale} className="pt-5" />}
    </PageTitle>
  )
}
