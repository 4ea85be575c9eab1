'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Clash } from '@/lib/programme/clashes'
import { dayOfPlace, type Place, type ProgrammeSession } from '@/lib/programme/place'
import type { ProgrammeStart } from './programme-start'

/** "14:00–15:30"; the end alone is left out where it is not known. */
export const timesOf = ({ startsAt, endsAt }: Pick<Place, 'startsAt' | 'endsAt'>) =>
  [startsAt, endsAt].flatMap((wall) => wall?.slice(11, 16) ?? []).join('–')

/** What the programme page says of sessions and places. */
export function useProgrammeWords(start: ProgrammeStart, people: Record<string, string>) {
  const t = useTranslations('deskProgramme')
  return useMemo(() => {
    const room = (id: string | null) => start.rooms.find((each) => each.id === id)?.label ?? t('noRoom')
    const day = (place: Place) => {
      const of = dayOfPlace(place, start.days)
      const known = start.days.find(({ date }) => date === of?.date)
      return known?.label ?? of?.date ?? start.undated.find(({ id }) => id === place.day)?.label ?? null
    }
    const title = (session: Pick<ProgrammeSession, 'title'>) => session.title ?? t('untitled')
    const where = (place: Place) =>
      place.startsAt
        ? [day(place), timesOf(place), room(place.room)].filter(Boolean).join(', ')
        : [t('notScheduled'), day(place)].filter(Boolean).join(', ')
    return {
      ...{ room, day, title, where },
      held: (place: Place, clashes: number) => t('said.held', { where: where(place), clashes }),
      saved: (session: ProgrammeSession) => t('said.saved', { title: title(session), where: where(session) }),
      added: (session: ProgrammeSession) => t('said.added', { title: title(session), where: where(session) }),
      cancelled: () => t('said.cancelled'),
      byOther(session: ProgrammeSession, isNew: boolean) {
        const values = { name: session.changedBy ?? t('archive'), title: title(session), where: where(session) }
        if (session.state === 'withdrawn') return t('other.withdrawn', values)
        return t(isNew ? 'other.added' : session.startsAt ? 'other.moved' : 'other.unscheduled', values)
      },
      clash: ({ kind, of, first, second }: Clash, titleOf: (id: string) => string) =>
        t(kind === 'room' ? 'clash.room' : 'clash.person', {
          name: kind === 'room' ? room(of) : people[of] || t('somebody'),
          first: titleOf(first),
          second: titleOf(second),
        }),
      /** What a session clashes by, for its own line: "Hall A, Joshua Lincoln". */
      clashNames: (clashes: readonly Clash[]) =>
        [...new Set(clashes.map(({ kind, of }) => (kind === 'room' ? room(of) : people[of] || t('somebody'))))].join(
          ', ',
        ),
    }
  }, [start, people, t])
}

export type ProgrammeWords = ReturnType<typeof useProgrammeWords>
