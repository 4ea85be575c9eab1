import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { shorten } from '@/lib/metadata'
import { inLocale } from '@/lib/routes'
import type { Statement, StatementName } from '@/lib/statements/queries'
import { Section } from './section'

/** What else was said in the session of a statement. */
export function StatementNeighbours({ statement, locale }: { statement: Statement; locale: Locale }) {
  const { session, previous, next } = statement
  const { t } = i18n(locale)
  if (!session) return null
  return (
    <Section
      id="beside"
      title={t('statements.beside')}
      more={{ label: t('statements.allOfSession'), href: inLocale(locale, session.path) }}
    >
      {!previous && !next && <p className="text-muted">{t('statements.onlyOne')}</p>}
      <ul className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        {previous && (
          <StatementBeside statement={previous} rel="prev" label={t('statements.previous')} locale={locale} />
        )}
        {next && <StatementBeside statement={next} rel="next" label={t('statements.next')} locale={locale} />}
      </ul>
    </Section>
  )
}

function StatementBeside(props: { statement: StatementName; rel: 'prev' | 'next'; label: string; locale: Locale }) {
  const { statement, rel, label, locale } = props
  const { path, text } = statement
  return (
    <li className="border-ink border-t-2 pt-4">
      <p className="pb-1 text-muted text-small">{label}</p>
      <a
        rel={rel}
        href={inLocale(locale, path)}
        className="quiet-link font-serif text-item"
        lang={text.language === locale ? undefined : text.language}
      >
        {shorten(text.value, 200)}
      </a>
    </li>
  )
}
