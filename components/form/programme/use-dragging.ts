'use client'

import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
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
import type { LabelledDay } from './programme-start'
import type { ProgrammeOnPage } from './use-programme'

export const PIXELS_PER_MINUTE = 1.6
/** A hand is not still: less than this is a click. */
const STILL = 4
/** How long a session is that is put on the programme for the first time. */
export const FIRST_LENGTH = 60

type Drag = { session: ProgrammeSession; mode: 'move' | 'resize'; x: number; y: number; isMoving: boolean }

/** Moves, stretches, places and takes off sessions with a mouse or pen. Fingers scroll; they use the form. */
export function useDragging(of: {
  programme: ProgrammeOnPage
  /** The part of the grid that begins at its first hour, without the column of hours. */
  area: RefObject<HTMLElement | null>
  day: LabelledDay | undefined
  from: number
  /** Rooms by column, null for none. */
  columns: (string | null)[]
}) {
  const drag = useRef<Drag | null>(null)
  const wasDragged = useRef(false)
  const now = useRef(of)
  now.current = of

  useEffect(() => {
    const onMove = (event: globalThis.PointerEvent) => {
      const current = drag.current
      if (!current) return
      if (!current.isMoving && Math.hypot(event.clientX - current.x, event.clientY - current.y) < STILL) return
      current.isMoving = true
      event.preventDefault()
      now.current.programme.hold(current.session, placeAt(event, current, now.current))
    }
    const onUp = () => {
      const current = drag.current
      drag.current = null
      if (!current?.isMoving) return
      wasDragged.current = true
      setTimeout(() => {
        wasDragged.current = false
      })
      now.current.programme.drop()
    }
    const onCancel = () => {
      if (drag.current?.isMoving) now.current.programme.cancel()
      drag.current = null
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onCancel)
    return () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onCancel)
    }
  }, [])

  return {
    begin(event: PointerEvent, session: ProgrammeSession, mode: Drag['mode']) {
      if (event.button !== 0 || event.pointerType === 'touch') return
      event.stopPropagation()
      drag.current = { session, mode, x: event.clientX, y: event.clientY, isMoving: false }
    },
    isDragging: () => drag.current !== null,
    stop() {
      drag.current = null
    },
    /** A click that ended a drag opens nothing. */
    wasDragged: () => wasDragged.current,
    /** Room and time at a point of the grid. */
    pointAt: (event: { clientX: number; clientY: number }) => pointAt(event, now.current),
  }
}

type Around = Parameters<typeof useDragging>[0]
type Point = { clientX: number; clientY: number }

function pointAt({ clientX, clientY }: Point, { area, day, from, columns }: Around) {
  const box = area.current?.getBoundingClientRect()
  if (!box || !day || clientX < box.left || clientX >= box.right) return null
  const column = Math.floor(((clientX - box.left) / box.width) * columns.length)
  const minutes = from + Math.round((clientY - box.top) / PIXELS_PER_MINUTE / STEP) * STEP
  return { room: columns[column] ?? null, startsAt: clockAt(day.date, Math.max(0, minutes)), day: day.id }
}

function placeAt(event: Point, { session, mode, y }: Drag, around: Around): Place {
  const minutes = Math.round((event.clientY - y) / PIXELS_PER_MINUTE / STEP) * STEP
  if (mode === 'resize') return resized(session, minutes)
  if (document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-unscheduled]')) return NOWHERE
  const point = pointAt(event, around)
  if (!session.startsAt) {
    return point ? { ...point, endsAt: later(point.startsAt, FIRST_LENGTH) } : session
  }
  const place = keptInDay(moved(session, minutes), around.day)
  return point ? { ...place, room: point.room, day: around.day?.id ?? place.day } : place
}

/** Not before the midnight that a day begins with, and not so late that it would be another day’s. */
export function keptInDay(place: Place, day: LabelledDay | undefined): Place {
  if (!day || !place.startsAt) return place
  const into = minutesInto(day.date, place.startsAt)
  const latest = 36 * 60 - Math.min(lengthOf(place), 12 * 60)
  return moved(place, Math.max(0, Math.min(latest, into)) - into)
}

/** The same time on another day. */
export function onDay(place: Place, from: LabelledDay | undefined, to: LabelledDay): Place {
  const start = from ?? dayOfPlace(place, [])
  return { ...moved(place, start ? minutesInto(start.date, `${to.date}T00:00`) : 0), day: to.id }
}
