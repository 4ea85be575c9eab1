import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes, withQuery } from '@/lib/routes'
import type { Session } from '@/lib/sessions/queries'
import type { SourceNumbers } from './source-numbers'
import { StatementItem } from './statement-item'

/** What was said in a session; the first of it, where there is more than a page can hold. */
export function SessionStatements(props: { session: Session; numbers: SourceNumbers; locale: Locale }) {
  const { session, numbers, locale } = props
  const { t } = i18n(locale)
  const { statements, statementCount } = session
  return (
    <section className="pt-12" aria-labelledby="statements-title">
      <h2 id="statements-title" className="border-rule border-b pb-3 text-section">
        {t('sessions.whatWasSaid')}
      </h2>
      {statements.length === 0 && <p className="pt-5 text-muted">{t('sessions.nothingSaid')}</p>}
      <div className="divide-y divide-rule">
        {statements.map((statement) => (
          <StatementItem
            key={statement.publicId}
            statement={statement}
            numbers={numbers}
            locale={locale}
            shows={{ speaker: true }}
          />
        ))}
      </div>
      {statementCount > statements.length && (
        <p className="border-rule border-t pt-4">
          <a className="link" href={inLocale(locale, withQuery(routes.statements(), { session: session.key }))}>
            {t('words.countStatements', { count: statementCount })}
          </a>
        </p>
      )}
    </section>
  )
}
