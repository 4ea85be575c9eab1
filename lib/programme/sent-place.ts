import { z } from 'zod'
import type { Place } from './place'

/** What a place is sent as: "" for what is left open. */
export const placeSchema = z.object({
  day: z.string().max(40),
  startsAt: z.string().max(40),
  endsAt: z.string().max(40),
  room: z.string().max(40),
})

export type SentPlace = z.infer<typeof placeSchema>

/** A place as it is sent. */
export const asSent = (place: Place): SentPlace => ({
  day: place.day ?? '',
  startsAt: place.startsAt ?? '',
  endsAt: place.endsAt ?? '',
  room: place.room ?? '',
})

/** Off the programme. */
export const NOWHERE: Place = { day: null, startsAt: null, endsAt: null, room: null }
