'use client'

import { useTranslations } from 'use-intl'
import { dayOfPlace, type ProgrammeSession } from '@/lib/programme/place'
import { PlaceForm } from './place-form'
import type { LabelledDay, ProgrammeActions, ProgrammeStart } from './programme-start'
import { standingOf } from './session-block'
import type { ProgrammeOnPage } from './use-programme'
import { timesOf } from './use-programme-words'

/** The programme as a list of days, each session with a form: for telephones, and without JavaScript. */
export function ProgrammeList(props: {
  start: ProgrammeStart
  programme: ProgrammeOnPage
  actions: ProgrammeActions
  days: LabelledDay[]
}) {
  const { programme, days } = props
  const t = useTranslations('deskProgramme')
  const isOn = (day: LabelledDay) => (session: ProgrammeSession) => dayOfPlace(session, days)?.date === day.date
  const byTime = (a: ProgrammeSession, b: ProgrammeSession) => ((a.startsAt ?? '') < (b.startsAt ?? '') ? -1 : 1)
  const groups = [
    ...days.map((day) => ({
      key: day.date,
      title: day.label,
      sessions: programme.saved.filter(isOn(day)).sort(byTime),
    })),
    {
      key: 'unscheduled',
      title: t('unscheduled', { count: programme.saved.filter(({ startsAt }) => !startsAt).length }),
      sessions: programme.saved.filter(({ startsAt }) => !startsAt),
    },
  ]
  return groups.map(({ key, title, sessions }) => (
    <section key={key} aria-labelledby={`day-${key}`} className="pt-8">
      <h2 id={`day-${key}`} className="text-section">
        {title}
      </h2>
      {sessions.length === 0 && (
        <p className="border-rule border-t pt-3 text-muted">
          {t(key === 'unscheduled' ? 'unscheduledEmpty' : 'dayEmpty')}
        </p>
      )}
      <ol className="divide-y divide-rule border-rule border-t">
        {sessions.map((session) => (
          <Row key={session.id} session={session} {...props} />
        ))}
      </ol>
    </section>
  ))
}

function Row(props: Parameters<typeof ProgrammeList>[0] & { session: ProgrammeSession }) {
  const { session, start, programme, actions } = props
  const { words, people, clashesOf } = programme
  const t = useTranslations('deskProgramme')
  const clashes = clashesOf.get(session.id) ?? []
  const speakers = session.people.flatMap((id) => people[id] || []).join(', ')
  const where = session.startsAt ? words.room(session.room) : words.day(session)
  return (
    <li id={`session-${session.id}`} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <p className="text-meta tabular-nums">{timesOf(session)}</p>
      <div className="min-w-0">
        <p className={`font-semibold ${session.isCancelled ? 'line-through' : ''}`} lang={session.lang}>
          {words.title(session)}
        </p>
        <p className="text-meta text-muted">
          {[where, speakers, session.isCancelled && t('cancelled'), t(`standing.${standingOf(session)}`)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {clashes.length > 0 && (
          <p className="font-semibold text-gold text-meta">{t('clash.short', { names: words.clashNames(clashes) })}</p>
        )}
        <details open={start.refused?.id === session.id} className="pt-1">
          <summary className="inline-block cursor-pointer py-1 text-accent text-meta">
            {t('change')} <span className="sr-only">{words.title(session)}</span>
          </summary>
          <div className="max-w-xl pt-3 pb-2">
            <PlaceForm session={session} start={start} programme={programme} action={actions.place} />
          </div>
        </details>
      </div>
    </li>
  )
}
