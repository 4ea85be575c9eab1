'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { PlaceAnswer } from '@/components/form/programme/place-answer'
import { may } from '@/lib/auth/permissions'
import { allowed, requireOwnOrigin, type SignedIn, signedIn } from '@/lib/auth/signed-in'
import { databaseIsAway } from '@/lib/database-away'
import { addSession, type PlaceOutcome, placeSession } from '@/lib/programme/place-session'
import { readProgrammePlaces, readProgrammeSession } from '@/lib/programme/queries'
import { asSent, NOWHERE, placeSchema } from '@/lib/programme/sent-place'
import { routes, withQuery } from '@/lib/routes'

const sentPlace = placeSchema.extend({
  id: z.uuid(),
  lock: z.coerce.number().int().min(1),
  unschedule: z.string().optional(),
})
const sentSession = placeSchema.extend({ title: z.string().max(300) })

/** Moves a session within its programme, or takes it off. Without JavaScript it leads back to the page. */
export async function placeSessionAction(edition: string, form: FormData): Promise<PlaceAnswer> {
  return answer(edition, form, async (user, of) => {
    const sent = sentPlace.safeParse(Object.fromEntries(form)).data
    if (!sent) return { kind: 'gone' }
    const { id, lock, unschedule, ...place } = sent
    return placeSession({ edition: of, id, lock, place: unschedule ? asSent(NOWHERE) : place, by: user })
  })
}

/** Adds a draft of a session to a programme. */
export async function addSessionAction(edition: string, form: FormData): Promise<PlaceAnswer> {
  return answer(edition, form, async (user, of) => {
    const sent = sentSession.safeParse(Object.fromEntries(form)).data
    if (!sent) return { kind: 'invalid', errors: { title: 'titleMissing' } }
    const { title, ...place } = sent
    return addSession({ edition: of, title, language: user.locale, place, by: user })
  })
}

type Edition = { id: string } & NonNullable<Awaited<ReturnType<typeof readProgrammePlaces>>>

/** What both have in common: who may, which edition, and how to answer with JavaScript and without. */
async function answer(
  edition: string,
  form: FormData,
  work: (user: SignedIn, edition: Edition) => Promise<PlaceOutcome>,
): Promise<PlaceAnswer> {
  const isScripted = form instanceof FormData && form.get('js') === '1'
  const user = isScripted ? await signedInWriter() : await allowed('write')
  if ('kind' in user) return user
  const id = z.uuid().safeParse(edition).data
  const places = id ? await readProgrammePlaces(id, user.locale) : null
  if (!id || !places || !(form instanceof FormData)) {
    if (isScripted) return { kind: 'gone' }
    redirect(routes.desk())
  }
  try {
    const outcome = await work(user, { id, ...places })
    if (!isScripted) leadBack(id, form, outcome)
    if (outcome.kind === 'invalid') return outcome
    if (outcome.kind === 'gone') return { kind: 'gone' }
    const session = await readProgrammeSession(
      id,
      outcome.kind === 'saved' ? outcome.id : String(form.get('id')),
      places.timeZone,
      user,
    )
    return session ? { kind: outcome.kind, session } : { kind: 'gone' }
  } catch (error) {
    // What was moved is still on the page: it says so.
    if (isScripted && databaseIsAway(error)) return { kind: 'failed' }
    throw error
  }
}

async function signedInWriter(): Promise<SignedIn | { kind: 'signedOut' | 'refused' }> {
  await requireOwnOrigin()
  const user = await signedIn()
  if (!user) return { kind: 'signedOut' }
  return may(user, 'write') ? user : { kind: 'refused' }
}

/** To the page, which says what was done; what could not be saved goes along, so that nothing has to be typed again. */
function leadBack(edition: string, form: FormData, outcome: PlaceOutcome): never {
  const page = routes.programme(edition)
  if (outcome.kind === 'saved') redirect(`${withQuery(page, { done: 'saved' })}#session-${outcome.id}`)
  const sent = ['id', 'title', 'day', 'startsAt', 'endsAt', 'room'].map((name) => {
    const value = form.get(name)
    return [name, typeof value === 'string' ? value.slice(0, 300) : null] as const
  })
  const why = outcome.kind === 'invalid' ? Object.values(outcome.errors)[0] : null
  const at = form.get('id') ? `session-${form.get('id')}` : 'add'
  redirect(`${withQuery(page, { problem: outcome.kind, why, ...Object.fromEntries(sent) })}#${at}`)
}
