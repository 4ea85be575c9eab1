import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { fullDayLabel } from '@/components/day-label'
import { Elsewhere } from '@/components/elsewhere'
import { SaidText } from '@/components/said-text'
import { TimetableDays } from '@/components/timetable-days'
import { TimetableGrid } from '@/components/timetable-grid'
import { TimetableList } from '@/components/timetable-list'
import { TranslationNote } from '@/components/translation-note'
import { timetableAt } from '@/lib/addresses'
import { timeZoneName } from '@/lib/editions/time-zone'
import { getTimetable } from '@/lib/editions/timetable-queries'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { first } from '@/lib/pagination'
import { inLocale, routes, withQuery } from '@/lib/routes'

type Props = {
  params: Promise<{ locale: string; forum: string; edition: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { forum, edition } = await params
  const context = await pageContext(params)
  const { t, locale } = context
  const address = await timetableAt(forum, edition)
  if (address?.kind !== 'published') return {}
  const timetable = await getTimetable(address.id, locale, first((await searchParams).day))
  if (!timetable) return {}
  const name = timetable.name.name.value
  const isFirst = timetable.shown?.key === timetable.days[0]?.key
  return pageMetadata(context, {
    path: withQuery(address.path, { day: isFirst ? null : timetable.shown?.key }),
    title: `${t('words.timetable')} · ${name}`,
    description: t('forums.timetableDescription', { name }),
  })
}

export default async function TimetablePage({ params, searchParams }: Props) {
  const { forum, edition } = await params
  const context = await pageContext(params)
  const { t, locale } = context
  const address = await timetableAt(forum, edition)
  const asked = first((await searchParams).day)
  const timetable = address?.kind === 'published' ? await getTimetable(address.id, locale, asked) : null
  if (address?.kind !== 'published' || !timetable) {
    return (
      <Elsewhere
        address={address?.kind === 'published' ? null : address}
        path={routes.timetable(forum, edition)}
        context={context}
      />
    )
  }
  const { name, days, shown, sessions, sessionCount, rooms, timeZone, hasTimes } = timetable
  const timed = sessions.flatMap(({ startsAt, ...session }) => (startsAt ? { ...session, startsAt } : []))
  const untimed = sessions.filter(({ startsAt }) => !startsAt)
  const firstTime = timed[0]?.startsAt
  return (
    <SitePage
      locale={locale}
      path={address.path}
      room="forums"
      crumbs={[
        { label: t('words.forums'), path: routes.forums() },
        { label: <SaidText said={name.forum.name} locale={locale} />, path: name.forum.path },
        { label: name.short, path: name.path },
      ]}
    >
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-5 pt-7">
        <div className="min-w-0">
          <p className="pb-2 font-semibold text-gold text-small">
            <SaidText said={name.name} locale={locale} />
          </p>
          <h1 className="text-title">{t('words.timetable')}</h1>
        </div>
        <TimetableDays days={days} shown={shown} path={address.path} locale={locale} />
      </div>
      {sessions.length === 0 && <p className="prose pt-8 text-muted">{t('forums.noSessions')}</p>}
      {sessions.length > 0 && !hasTimes && <p className="prose pt-8">{t('forums.noTimes')}</p>}
      {shown && (
        <section aria-labelledby="day" className="pt-8">
          <div className="flex flex-wrap items-baseline gap-x-4 pb-4">
            <h2 id="day" className="font-sans font-semibold text-body">
              {fullDayLabel(shown.day, context)}
            </h2>
            {firstTime && (
              <p className="text-meta text-muted">
                {t('forums.timesIn', { zone: timeZoneName(timeZone, firstTime, context) })}
              </p>
            )}
          </div>
          {sessionCount > sessions.length && (
            <p className="pb-4 text-muted">
              {t('forums.moreInDay', { count: sessionCount, shown: sessions.length })}{' '}
              <a className="link" href={inLocale(locale, withQuery(routes.sessions(), { edition: timetable.key }))}>
                {t('home.browseSessions')}
              </a>
            </p>
          )}
          {timed.length > 0 && <TimetableGrid sessions={timed} rooms={rooms} timeZone={timeZone} locale={locale} />}
          {untimed.length > 0 && (
            <TimetableList
              sessions={untimed}
              rooms={rooms}
              locale={locale}
              {...(timed.length > 0 ? { title: t('words.timeNotRecorded') } : {})}
            />
          )}
        </section>
      )}
      <TranslationNote said={sessions.map(({ title }) => title)} locale={locale} />
    </SitePage>
  )
}
