import type { Locale } from '@/lib/i18n/locales'
import type { StatementCard } from '@/lib/statements/card'
import { CitationMarks } from './citation-marks'
import { PersonChip } from './person-chip'
import { SaidText } from './said-text'
import type { SourceNumbers } from './source-numbers'
import { StatementMeta } from './statement-item'

/** A statement that stands by itself: what was said, by whom, and its evidence. */
export function SaidCard(props: { statement: StatementCard; numbers: SourceNumbers; locale: Locale }) {
  const { statement, numbers, locale } = props
  return (
    <article className="border-ink border-t-2 pt-5" data-keep-together>
      <p className="font-serif text-said">
        <SaidText said={statement.text} locale={locale} />
        <CitationMarks citations={statement.citations} numbers={numbers} locale={locale} />
      </p>
      <div className="pt-4">
        {statement.speaker && <PersonChip appearance={statement.speaker} locale={locale} />}
        <StatementMeta statement={statement} locale={locale} />
      </div>
    </article>
  )
}
