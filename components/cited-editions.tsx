import type { CitedEdition } from '@/lib/editions/cited'
import type { Locale } from '@/lib/i18n/locales'
import { CitationMarks } from './citation-marks'
import { EditionRow } from './edition-row'
import type { SourceNumbers } from './source-numbers'

/** What a list says of its editions ("Host"), with the sources that say so, and the editions. */
export function CitedEditions(props: {
  label: string
  editions: readonly CitedEdition[]
  numbers: SourceNumbers
  locale: Locale
}) {
  const { label, editions, numbers, locale } = props
  const citations = editions.flatMap((each) => each.citations)
  return (
    <div className="pb-9 last:pb-0">
      <p className="pb-3 font-semibold text-gold text-small">
        {label}
        <CitationMarks citations={citations} numbers={numbers} locale={locale} />
      </p>
      <div className="border-rule border-b">
        {editions.map(({ edition }) => (
          <EditionRow key={edition.id} edition={edition} locale={locale} />
        ))}
      </div>
    </div>
  )
}
