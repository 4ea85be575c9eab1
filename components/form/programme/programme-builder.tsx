'use client'

import { useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Locale } from '@/lib/i18n/locales'
import { clockAt, dayOfPlace, later, minutesInto, type Place, withDaysOf } from '@/lib/programme/place'
import { asSent } from '@/lib/programme/sent-place'
import { secondary } from '../button-styles'
import { DeskWords } from '../desk-words'
import { AddForm } from './add-form'
import { DayGrid } from './day-grid'
import { PlaceForm } from './place-form'
import { ProgrammeList } from './programme-list'
import { ProgrammeNotices } from './programme-notices'
import type { LabelledDay, ProgrammeActions, ProgrammeStart } from './programme-start'
import { UnscheduledList } from './unscheduled-list'
import { useProgramme } from './use-programme'

type Props = { start: ProgrammeStart; actions: ProgrammeActions }

/** The programme of an edition to work on: a grid by mouse and keys where there is room for it, else a list with forms. */
export function ProgrammeBuilder({
  locale,
  messages,
  ...props
}: Props & { locale: Locale; messages: Record<string, unknown> }) {
  return (
    <DeskWords locale={locale} messages={messages}>
      <Builder {...props} />
    </DeskWords>
  )
}

function Builder({ start, actions }: Props) {
  const t = useTranslations('deskProgramme')
  const programme = useProgramme(start, actions)
  const isWide = useIsWide()
  const [isList, setList] = useState(false)
  const days = useMemo(
    (): LabelledDay[] =>
      withDaysOf(start.days, programme.sessions).map((day) => ({
        ...day,
        label: start.days.find(({ date }) => date === day.date)?.label ?? day.date,
      })),
    [start.days, programme.sessions],
  )
  const [date, setDate] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [point, setPoint] = useState<Place | null>(null)
  const day = days.find((each) => each.date === date) ?? days[0]
  const isGrid = isWide && !isList
  const selected = programme.sessions.find(({ id }) => id === chosen)
  const unscheduled = programme.sessions.filter(({ startsAt }) => !startsAt)
  const add = (
    <AddForm
      start={start}
      programme={programme}
      action={actions.add}
      place={asSent(point ?? nextPlace(day, days, programme.saved, start))}
    />
  )
  const choose = (id: string | null) => {
    setChosen(id)
    if (id !== null || !chosen) return
    const left = document.getElementById(`block-${chosen}`) ?? document.getElementById(`unscheduled-${chosen}`)
    left?.focus()
  }
  return (
    <>
      <ProgrammeNotices start={start} programme={programme} />
      {isWide && (
        <div className="flex flex-wrap items-center gap-3 py-6">
          {isGrid &&
            days.map((each) => (
              <button
                key={each.date}
                type="button"
                aria-pressed={each.date === day?.date}
                onClick={() => {
                  setDate(each.date)
                  setPoint(null)
                }}
                className={
                  each.date === day?.date ? 'rounded-small bg-accent px-4 py-2 font-semibold text-on-accent' : secondary
                }
              >
                {each.label}
              </button>
            ))}
          <button type="button" className={`${secondary} ms-auto`} onClick={() => setList(!isList)}>
            {t(isList ? 'asGrid' : 'asList')}
          </button>
        </div>
      )}
      {/* The form for a new session stays where it is while the view changes: what is typed in it stays too. */}
      <div className="grid gap-x-10 xl:grid-cols-[minmax(0,1fr)_18rem] xl:grid-rows-[auto_1fr]">
        {isGrid ? (
          <DayGrid
            start={start}
            programme={programme}
            days={days}
            day={day}
            chosen={chosen}
            onDay={setDate}
            onChoose={choose}
            onPoint={(place) => {
              setPoint(place)
              document.getElementById('new-session')?.focus()
            }}
            beside={(on) => (
              <>
                {selected && (
                  <section aria-labelledby="chosen" className="mb-8 rounded-card border border-accent p-4">
                    <h2 id="chosen" className="pb-3 text-item" lang={selected.lang}>
                      {programme.words.title(selected)}
                    </h2>
                    <PlaceForm
                      session={selected}
                      start={start}
                      programme={programme}
                      action={actions.place}
                      onDone={() => choose(null)}
                    >
                      <button type="button" className={secondary} onClick={() => choose(null)}>
                        {t('close')}
                      </button>
                    </PlaceForm>
                  </section>
                )}
                <UnscheduledList
                  programme={programme}
                  sessions={unscheduled}
                  chosen={chosen}
                  onChoose={setChosen}
                  on={on}
                />
              </>
            )}
          />
        ) : (
          <div className="min-w-0 xl:row-span-2">
            <ProgrammeList start={start} programme={programme} actions={actions} days={days} />
          </div>
        )}
        <div className="min-w-0 max-w-xl">{add}</div>
      </div>
    </>
  )
}

/** Room for a grid, and JavaScript to move things in it: false on the server, so that all begin with the list. */
function useIsWide() {
  const [isWide, setWide] = useState(false)
  useEffect(() => {
    const query = window.matchMedia('(min-width: 60rem)')
    const set = () => setWide(query.matches)
    set()
    query.addEventListener('change', set)
    return () => query.removeEventListener('change', set)
  }, [])
  return isWide
}

/** Where a new session is offered to stand: after the last of the day, in the first room; nowhere without days. */
function nextPlace(
  day: LabelledDay | undefined,
  days: LabelledDay[],
  sessions: readonly Place[],
  start: ProgrammeStart,
): Place {
  const room = start.rooms[0]?.id ?? null
  if (!day) return { day: null, startsAt: null, endsAt: null, room }
  const ends = sessions
    .filter((each) => dayOfPlace(each, days)?.date === day.date)
    .flatMap(({ endsAt }) => (endsAt ? [minutesInto(day.date, endsAt)] : []))
  const startsAt = clockAt(day.date, Math.max(9 * 60, ...ends))
  return { day: day.id, startsAt, endsAt: later(startsAt, 60), room }
}
