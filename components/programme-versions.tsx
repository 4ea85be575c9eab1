import { formatDay, formatTime } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { changeInWords, versionInWords, versionTitle } from '@/lib/programme/change-words'
import type { ProgrammeHistory, PublicChange } from '@/lib/programme/version-queries'
import { inLocale } from '@/lib/routes'
import { SessionTitle } from './said-text'

/** The versions of a programme, the newest first, each with what changed since the one before. */
export function ProgrammeVersions({ history, locale }: { history: ProgrammeHistory; locale: Locale }) {
  const context = i18n(locale)
  const { timeZone, versions } = history
  return versions.items.map((version) => {
    const { number, publishedAt, changes } = version
    return (
      <section key={number} id={`version-${number}`} aria-labelledby={`version-${number}-title`} className="pt-10">
        <h2 id={`version-${number}-title`} className="text-section">
          {versionTitle(version, context)}
        </h2>
        <p className="pt-1 text-meta text-muted">
          <time dateTime={publishedAt.toISOString()}>
            {formatDay(publishedAt, context)}, {formatTime(publishedAt, timeZone, context)}
          </time>
        </p>
        <p className="prose pt-3">{versionInWords(version, context)}</p>
        {changes.length > 0 && (
          <ul className="divide-y divide-rule pt-3">
            {changes.map((change) => (
              <li key={change.id} className="py-4">
                <ChangedTitle change={change} locale={locale} />
                <ul className="list-disc space-y-1 ps-5 pt-1 text-[0.9375rem]">
                  {changeInWords(change, timeZone, context).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        )}
      </section>
    )
  })
}

function ChangedTitle({ change, locale }: { change: PublicChange; locale: Locale }) {
  const { title, path, isTitleSupplied } = change
  if (!title || !path) return <h3 className="text-item text-muted">{i18n(locale).t('changes.notPublic')}</h3>
  return (
    <h3 className="text-item">
      <a className="quiet-link" href={inLocale(locale, path)}>
        <SessionTitle title={title} isTitleSupplied={isTitleSupplied} locale={locale} />
      </a>
    </h3>
  )
}
