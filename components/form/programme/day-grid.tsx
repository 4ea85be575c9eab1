'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { hoursOf, lanesOf } from '@/lib/programme/lanes'
import {
  clockAt,
  dayOfPlace,
  later,
  lengthOf,
  minutesInto,
  moved,
  type Place,
  type ProgrammeSession,
  resized,
  STEP,
} from '@/lib/programme/place'
import { NOWHERE } from '@/lib/programme/sent-place'
import type { LabelledDay, ProgrammeStart } from './programme-start'
import { SessionBlock } from './session-block'
import { FIRST_LENGTH, keptInDay, onDay, PIXELS_PER_MINUTE, useDragging } from './use-dragging'
import type { ProgrammeOnPage } from './use-programme'

/** What the lists beside the grid need to move what is in them onto it. */
export type BesideGrid = {
  key: (event: KeyboardEvent, session: ProgrammeSession) => void
  down: ReturnType<typeof useDragging>['begin']
  isDragged: () => boolean
}

/** One day as a grid of hours and rooms, and beside it what is on no day: by mouse, or by the arrow keys. */
export function DayGrid(props: {
  start: ProgrammeStart
  programme: ProgrammeOnPage
  days: LabelledDay[]
  day: LabelledDay | undefined
  chosen: string | null
  onDay: (date: string) => void
  onChoose: (id: string | null) => void
  /** A place that was double clicked. */
  onPoint: (place: Place) => void
  beside: (on: BesideGrid) => ReactNode
}) {
  const { start, programme, days, day, chosen, onChoose } = props
  const t = useTranslations('deskProgramme')
  const area = useRef<HTMLDivElement>(null)
  const focusOn = useRef<string | null>(null)
  const columns = [...start.rooms.map(({ id }): string | null => id), null]
  const columnOf = (room: string | null) => {
    const at = columns.indexOf(room)
    return at < 0 ? columns.length - 1 : at
  }
  const here = day ? programme.sessions.filter((each) => dayOfPlace(each, days)?.date === day.date) : []
  const drawn = here.map((session) => {
    const from = minutesInto(day?.date ?? '', session.startsAt ?? '')
    return { session, id: session.id, start: from, end: from + Math.min(lengthOf(session), 24 * 60) }
  })
  const { from, to } = hoursOf(drawn)
  const lanes = new Map(
    columns.flatMap((_, at) => [...lanesOf(drawn.filter(({ session }) => columnOf(session.room) === at))]),
  )
  const dragging = useDragging({ programme, area, day, from, columns })

  // A session that moved to another list or order keeps the keys.
  useEffect(() => {
    const id = focusOn.current
    const block = id && (document.getElementById(`block-${id}`) ?? document.getElementById(`unscheduled-${id}`))
    if (!block) return
    if (document.activeElement !== block) block.focus()
    if (!programme.held) focusOn.current = null
  })

  const hold = (session: ProgrammeSession, place: Place) => {
    focusOn.current = session.id
    programme.hold(session, place)
  }

  const keyOf = (event: KeyboardEvent, session: ProgrammeSession) => {
    const isHeld = programme.held?.id === session.id
    const step = { ArrowUp: -STEP, ArrowDown: STEP }[event.key]
    const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const page = { PageUp: -1, PageDown: 1 }[event.key]
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter' && isHeld) {
      focusOn.current = session.id
      programme.drop()
    } else if (event.key === 'Escape') {
      dragging.stop()
      if (isHeld) {
        focusOn.current = session.id
        programme.cancel()
      } else onChoose(null)
    } else if (event.key === 'Delete' && session.startsAt) {
      focusOn.current = session.id
      void programme.save(session.id, isHeld ? (programme.held?.lock ?? session.lock) : session.lock, NOWHERE)
    } else if (!session.startsAt) {
      if (event.key !== 'Enter' && !step && !side) return
      const place = firstFree(day, columns, drawn)
      if (place) hold(session, place)
    } else if (step && event.shiftKey) hold(session, resized(session, step))
    else if (step) hold(session, keptInDay(moved(session, step), day))
    else if (side) {
      const room = columns[columnOf(session.room) + side]
      if (room !== undefined) hold(session, { ...session, room })
    } else if (page) {
      const to = days[days.findIndex(({ date }) => date === day?.date) + page]
      if (!to) return
      hold(session, onDay(session, day, to))
      props.onDay(to.date)
    } else return
    event.preventDefault()
  }

  return (
    <>
      <div className="min-w-0 xl:row-span-2">
        <p id="keys" className="pb-4 text-meta text-muted">
          {t('keys')}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys */}
        <section aria-label={day?.label ?? t('noDays')} className="overflow-x-auto pb-2" tabIndex={0}>
          <div style={{ minWidth: `${3.5 + columns.length * 8}rem` }}>
            <div aria-hidden="true" className="flex ps-14">
              {columns.map((room) => (
                <p key={room} className="flex-1 px-1 pb-2 font-semibold text-meta">
                  {programme.words.room(room)}
                </p>
              ))}
            </div>
            <div className="relative ms-14" ref={area} style={{ height: `${(to - from) * PIXELS_PER_MINUTE}px` }}>
              {Array.from({ length: (to - from) / 60 + 1 }, (_, at) => from + at * 60).map((minutes) => (
                <p
                  key={minutes}
                  aria-hidden="true"
                  className="absolute inset-x-0 -ms-14 border-rule border-t text-muted text-small tabular-nums"
                  style={{ top: `${(minutes - from) * PIXELS_PER_MINUTE}px` }}
                >
                  {clockAt(day?.date ?? '2000-01-01', minutes).slice(11)}
                </p>
              ))}
              {/* A double click is a short cut to the form beside it, which takes keys. */}
              <ol
                className="absolute inset-0"
                onDoubleClick={(event) => {
                  const point = event.target === event.currentTarget ? dragging.pointAt(event) : null
                  if (point) props.onPoint({ ...point, endsAt: later(point.startsAt, FIRST_LENGTH) })
                }}
              >
                {drawn.map(({ session, start: begins, end }) => {
                  const { lane = 0, lanes: many = 1 } = lanes.get(session.id) ?? {}
                  const width = 100 / columns.length
                  return (
                    <SessionBlock
                      key={session.id}
                      session={session}
                      isHeld={programme.held?.id === session.id}
                      isChosen={chosen === session.id}
                      clashes={programme.clashesOf.get(session.id) ?? []}
                      words={programme.words}
                      people={programme.people}
                      style={{
                        top: `${(begins - from) * PIXELS_PER_MINUTE}px`,
                        height: `${Math.max(24, (end - begins) * PIXELS_PER_MINUTE)}px`,
                        left: `${width * columnOf(session.room) + (width * lane) / many}%`,
                        width: `${width / many}%`,
                      }}
                      on={{
                        key: keyOf,
                        down: dragging.begin,
                        click: ({ id }) => !dragging.wasDragged() && onChoose(chosen === id ? null : id),
                        blur: ({ id }) => {
                          // Left by the keys: what was moved is kept. While it is only drawn anew, focus comes back.
                          if (programme.held?.id !== id || dragging.isDragging()) return
                          setTimeout(() => {
                            if (document.activeElement?.id.endsWith(id)) return
                            focusOn.current = null
                            programme.drop()
                          })
                        },
                      }}
                    />
                  )
                })}
              </ol>
            </div>
          </div>
        </section>
      </div>
      <div className="min-w-0">
        {props.beside({ key: keyOf, down: dragging.begin, isDragged: dragging.wasDragged })}
      </div>
    </>
  )
}

type Drawn = { session: ProgrammeSession; end: number }

/** After what stands in the first room that day; at nine where nothing does. */
function firstFree(day: LabelledDay | undefined, columns: (string | null)[], drawn: Drawn[]): Place | null {
  if (!day) return null
  const room = columns[0] ?? null
  const ends = drawn.filter(({ session }) => session.room === room).map(({ end }) => end)
  const startsAt = clockAt(day.date, Math.min(35 * 60, Math.max(9 * 60, ...ends)))
  return { day: day.id, room, startsAt, endsAt: later(startsAt, FIRST_LENGTH) }
}
