import type { Edition } from '@/lib/editions/queries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes, withQuery } from '@/lib/routes'
import { Section } from './section'
import type { SourceNumbers } from './source-numbers'
import { StatementItem } from './statement-item'

/** What was said at an edition, or the beginning of it. */
export function EditionStatements(props: { edition: Edition; numbers: SourceNumbers; locale: Locale }) {
  const { edition, numbers, locale } = props
  const { t } = i18n(locale)
  return (
    <Section
      id="statements"
      title={t('forums.whatWasSaid')}
      more={
        edition.statementCount > 0
          ? {
              label: t('forums.allStatements', { count: edition.statementCount }),
              href: inLocale(locale, withQuery(routes.statements(), { edition: edition.key })),
            }
          : undefined
      }
    >
      {edition.statementCount === 0 && <p className="text-muted">{t('forums.noStatements')}</p>}
      <div className="divide-y divide-rule [&>:first-child]:pt-0">
        {edition.statements.map((statement) => (
          <StatementItem
            key={statement.publicId}
            statement={statement}
            numbers={numbers}
            locale={locale}
            shows={{ speaker: true, session: true, edition: false }}
          />
        ))}
      </div>
    </Section>
  )
}
