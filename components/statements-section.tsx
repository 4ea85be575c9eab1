import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, type Path } from '@/lib/routes'
import type { StatementCard } from '@/lib/statements/card'
import { Section } from './section'
import type { SourceNumbers } from './source-numbers'
import { StatementItem } from './statement-item'

/** The latest statements of a record, with a link to all of them where there are more. */
export function StatementsSection(props: {
  title: string
  statements: StatementCard[]
  count: number
  all: Path
  /** What to say where there are none. */
  none: string
  numbers: SourceNumbers
  locale: Locale
  showsSpeaker?: boolean
}) {
  const { statements, count, numbers, locale, showsSpeaker = false } = props
  const { t } = i18n(locale)
  const more =
    count > statements.length
      ? { label: t('words.countStatements', { count }), href: inLocale(locale, props.all) }
      : undefined
  return (
    <Section id="statements" title={props.title} more={more}>
      {statements.length === 0 && <p className="text-muted">{props.none}</p>}
      <div className="divide-y divide-rule [&>:first-child]:pt-0">
        {statements.map((statement) => (
          <StatementItem
            key={statement.publicId}
            statement={statement}
            numbers={numbers}
            locale={locale}
            shows={{ session: true, speaker: showsSpeaker }}
          />
        ))}
      </div>
    </Section>
  )
}
