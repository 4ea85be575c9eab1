'use client'

import { useTranslations } from 'use-intl'
import type { ProgrammeSession } from '@/lib/programme/place'
import type { BesideGrid } from './day-grid'
import { standingOf } from './session-block'
import type { ProgrammeOnPage } from './use-programme'

/** The sessions that have no time yet. Dropped here, a session is taken off the programme. */
export function UnscheduledList(props: {
  programme: ProgrammeOnPage
  sessions: ProgrammeSession[]
  chosen: string | null
  onChoose: (id: string | null) => void
  on: BesideGrid
}) {
  const { programme, sessions, chosen, onChoose, on } = props
  const { words, people } = programme
  const t = useTranslations('deskProgramme')
  return (
    <section data-unscheduled aria-labelledby="unscheduled" className="rounded-card border border-rule-strong p-4">
      <h2 id="unscheduled" className="text-item">
        {t('unscheduled', { count: sessions.length })}
      </h2>
      <p className="pt-1 text-meta text-muted">{t(sessions.length ? 'unscheduledHint' : 'unscheduledEmpty')}</p>
      <ul className="space-y-2 pt-3">
        {sessions.map((session) => (
          <li key={session.id}>
            <button
              type="button"
              id={`unscheduled-${session.id}`}
              aria-expanded={chosen === session.id}
              onKeyDown={(event) => on.key(event, session)}
              onPointerDown={(event) => on.down(event, session, 'move')}
              onClick={() => !on.isDragged() && onChoose(chosen === session.id ? null : session.id)}
              className="block w-full cursor-grab select-none rounded-small border border-field bg-sheet px-3 py-1.5 text-start text-meta hover:border-accent"
            >
              <span className="block font-semibold" lang={session.lang}>
                {words.title(session)}
              </span>
              <span className="block text-muted text-small">
                {[
                  words.day(session),
                  session.people.flatMap((id) => people[id] || []).join(', '),
                  t(`standing.${standingOf(session)}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
