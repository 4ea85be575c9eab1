import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { Elsewhere } from '@/components/elsewhere'
import { ProgrammeChangesLink } from '@/components/programme-changes-link'
import { SaidText } from '@/components/said-text'
import { TimetableDays } from '@/components/timetable-days'
import { TimetableOfDay } from '@/components/timetable-of-day'
import { TranslationNote } from '@/components/translation-note'
import { timetableAt } from '@/lib/addresses'
import { dayKey } from '@/lib/editions/programme'
import { getTimetable } from '@/lib/editions/timetable-queries'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { first } from '@/lib/pagination'
import { hasProgrammeVersions } from '@/lib/programme/version-queries'
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
  const { shown, days } = timetable
  return pageMetadata(context, {
    path: withQuery(address.path, { day: shown === days[0]?.key ? null : shown }),
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
  const { name, days, shown, groups, sessionCount, hasTimes } = timetable
  const sessions = groups.flatMap((group) => group.sessions)
  return (
    <SitePage
      locale={locale}
      path={withQuery(address.path, { day: shown === days[0]?.key ? null : shown })}
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
      <ProgrammeChangesLink
        isThere={await hasProgrammeVersions(address.id)}
        path={routes.publicChanges(forum, edition)}
        locale={locale}
      />
      {sessions.length === 0 && <p className="prose pt-8 text-muted">{t('forums.noSessions')}</p>}
      {sessions.length > 0 && !hasTimes && <p className="prose pt-8">{t('forums.noTimes')}</p>}
      {sessionCount > sessions.length && (
        <p className="pt-8 text-muted">
          {t('forums.moreShown', { count: sessionCount, shown: sessions.length })}{' '}
          <a className="link" href={inLocale(locale, withQuery(routes.sessions(), { edition: timetable.key }))}>
            {t('home.browseSessions')}
          </a>
        </p>
      )}
      {groups.map(({ day, sessions }) => (
        <TimetableOfDay
          key={day ? dayKey(day) : 'none'}
          day={day}
          sessions={sessions}
          timetable={timetable}
          locale={locale}
        />
      ))}
      <TranslationNote said={sessions.map(({ title }) => title)} locale={locale} />
    </SitePage>
  )
}
