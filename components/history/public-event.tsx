import { SaidText, SessionTitle } from '@/components/said-text'
import { formatDay } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { PublicEvent as Event } from '@/lib/revisions/public-history'
import type { PublicName } from '@/lib/revisions/public-names'
import { inLocale, type Path } from '@/lib/routes'
import { ChangeView } from './change-view'
import { GapNote } from './gap-note'

/** One thing that happened to a record in public; `of` names the record where the page is not about it. */
export function PublicEvent(props: {
  event: Event
  of?: PublicName | undefined
  /** The address of a version, where the record has such. */
  versionPath?: ((version: number) => Path) | undefined
  locale: Locale
}) {
  const { event, of, versionPath, locale } = props
  const context = i18n(locale)
  const { t } = context
  const number = t('corrections.versionNumber', { version: event.version })
  return (
    <li id={event.key} className="grid gap-x-8 gap-y-1 border-rule border-t py-5 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <p className="text-meta text-muted">
        <time dateTime={event.at.toISOString()}>{formatDay(event.at, context)}</time>
      </p>
      <div className="min-w-0 space-y-2 [overflow-wrap:anywhere]">
        <p className="font-semibold">
          {event.kind === 'answer' ? (
            t(`corrections.answer.${event.state}`)
          ) : (
            <>
              {t(`corrections.kind.${event.kind}`)}
              {event.kind !== 'withdrawn' && (
                <span className="ms-2 font-normal text-meta text-muted">
                  {versionPath ? (
                    <a className="link" href={inLocale(locale, versionPath(event.version))}>
                      {number}
                    </a>
                  ) : (
                    number
                  )}
                </span>
              )}
            </>
          )}
        </p>
        {of && (
          <p>
            <a className="quiet-link" href={inLocale(locale, of.path)}>
              <SessionTitle title={of.name} isTitleSupplied={of.isTitleSupplied} locale={locale} />
            </a>
          </p>
        )}
        {event.kind === 'answer' ? (
          <>
            <p className="prose whitespace-pre-wrap">
              <SaidText said={event.answer} locale={locale} />
            </p>
            <p className="text-meta text-muted">{t('corrections.answer.about', { version: event.version })}</p>
          </>
        ) : (
          <>
            {event.gap && <GapNote gap={event.gap} locale={locale} />}
            {event.change && <ChangeView change={event.change} locale={locale} />}
          </>
        )}
      </div>
    </li>
  )
}
