import type { ChecklistPoint } from './checklist'
import type { Conflict } from './conflicts'

/** Why a scheduled act was not carried out: a key of `deskPublish.scheduledError`, with the points that blocked it. */
export type ScheduledError = {
  why: Conflict | 'blocked' | 'changed' | 'notAllowed' | 'notPublished'
  points: ChecklistPoint[]
}

/** Reads what `carryOutDue` noted on a record. */
export function readScheduledError(noted: string): ScheduledError {
  const [why = '', points = ''] = noted.split(':')
  return {
    why: why as ScheduledError['why'],
    points: points.split(',').filter(Boolean) as ChecklistPoint[],
  }
}
