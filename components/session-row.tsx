import { formatTimes, formatWeekday } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { plainText } from '@/lib/markdown'
import { leadOf } from '@/lib/metadata'
import { inLocale } from '@/lib/routes'
import type { SessionCard } from '@/lib/sessions/card'
import { SaidText, SessionTitle } from './said-text'
import { KindTag, TopicTags } from './tags'

/**
 * A session in a programme or a list: when, what about, and who. `showsEdition` where a page mixes editions;
 * `isUnderDay` where it stands under the heading of its day.
 */
export function SessionRow({
  session,
  locale,
  showsEdition = false,
  isUnderDay = false,
}: {
  session: SessionCard
  locale: Locale
  showsEdition?: boolean
  isUnderDay?: boolean
}) {
  const { t } = i18n(locale)
  const Heading = isUnderDay ? 'h4' : 'h3'
  return (
    <article className="grid gap-x-7 border-rule border-t py-5 md:grid-cols-[9.5rem_1fr_12rem]" data-keep-together>
      <p className="order-2 pt-2 text-meta text-muted md:order-none md:pt-0.5">
        {showsEdition ? (
          <a className="quiet-link" href={inLocale(locale, session.edition.path)}>
            <SaidText said={session.edition.name} locale={locale} />
          </a>
        ) : (
          <SessionTime session={session} locale={locale} isDayShown={!isUnderDay} />
        )}
      </p>
      <div className="min-w-0">
        <Heading className="font-semibold font-serif text-item">
          <a className="quiet-link" href={inLocale(locale, session.path)}>
            <SessionTitle title={session.title} isTitleSupplied={session.isTitleSupplied} locale={locale} />
          </a>
          {session.isCancelled && <span className="ms-2 font-sans text-gold text-small">{t('words.cancelled')}</span>}
        </Heading>
        {session.abstract && (
          <p
            className="prose pt-1 text-[0.9375rem] text-muted"
            lang={session.abstract.language === locale ? undefined : session.abstract.language}
          >
            {leadOf(plainText(session.abstract.value))}
          </p>
        )}
        <div className="pt-2.5">
          <TopicTags topics={session.topics} locale={locale} />
        </div>
      </div>
      <div className="order-3 pt-3 text-meta md:order-none md:pt-0">
        <p>
          <KindTag isGold={session.format === 'plenary'}>{t(`words.format.${session.format}`)}</KindTag>
        </p>
        <ul className="pt-1.5">
          {session.appearances.map(({ id, person }) => (
            <li key={id} className="py-0.5">
              <a className="quiet-link" href={inLocale(locale, person.path)}>
                <SaidText said={person.name} locale={locale} />
              </a>
            </li>
          ))}
          {session.appearanceCount === 0 && session.format !== 'break' && (
            <li className="py-0.5 text-muted">{t('words.speakersNotRecorded')}</li>
          )}
          {session.appearanceCount > session.appearances.length && (
            <li className="text-muted">
              {t('sessions.moreSpeakers', { count: session.appearanceCount - session.appearances.length })}
            </li>
          )}
        </ul>
      </div>
    </article>
  )
}

/** When a session takes place as far as is recorded, in the edition's zone, in two lines. */
export function SessionTime({
  session,
  locale,
  isDayShown = true,
}: {
  session: SessionCard
  locale: Locale
  isDayShown?: boolean
}) {
  const context = i18n(locale)
  const { t } = context
  const { day, startsAt, endsAt, timeZone } = session
  return (
    <>
      {isDayShown && (
        <span className="block">
          {day?.date
            ? formatWeekday(day.date, context)
            : day
              ? t('words.dayNumber', { number: day.number })
              : t('words.dayNotRecorded')}
        </span>
      )}
      <span className="block">
        {startsAt ? (
          <time dateTime={startsAt.toISOString()}>{formatTimes(startsAt, endsAt, timeZone, context)}</time>
        ) : (
          t('words.timeNotRecorded')
        )}
      </span>
    </>
  )
}
