'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { Chosen } from '@/components/form/record-picker'
import { AGAINST, choiceName, MAY_TAKE, type SaveState, WHY } from '@/components/form/save-outcome'
import { may } from '@/lib/auth/permissions'
import { allowed, requireOwnOrigin, type SignedIn, signedIn } from '@/lib/auth/signed-in'
import { databaseIsAway } from '@/lib/database-away'
import { refreshPage } from '@/lib/revalidate'
import { line } from '@/lib/revisions/content'
import { type Noun, nounPlurals, nouns } from '@/lib/revisions/nouns'
import { type Decided, saveMerging } from '@/lib/revisions/save-merging'
import { createNamed, readSentForm } from '@/lib/revisions/sent-form'
import { routes, withQuery } from '@/lib/routes'
import { asState } from './save-state'

const address = z.object({ noun: z.enum(nouns), id: z.uuid() })
const locks = z.coerce.number().int().min(1)

/** Saves a version by hand. Without JavaScript it leads back to the form. */
export async function saveRecordAction(noun: Noun, id: string, _before: SaveState, form: FormData): Promise<SaveState> {
  const isScripted = form instanceof FormData && form.get('js') === '1'
  const user = isScripted ? await signedInWriter() : await allowed('write')
  if ('kind' in user) return user
  const answer = await save({ noun, id, form, user, isAutosave: false })
  if (answer.kind === 'saved' && !isScripted)
    redirect(withQuery(routes.record(nounPlurals[noun], id), { saved: answer.version }))
  return answer
}

/** Saves what is being typed. It never leads elsewhere: whoever types stays where they are, whatever happened. */
export async function autosaveRecordAction(
  noun: Noun,
  id: string,
  _before: SaveState,
  form: FormData,
): Promise<SaveState> {
  const user = await signedInWriter()
  if ('kind' in user) return user
  return save({ noun, id, form, user, isAutosave: true })
}

/** Makes a draft of a name that was typed into a picker. */
export async function createNamedAction(noun: Noun, name: string): Promise<Chosen | null> {
  const user = await allowed('write')
  const sent = z.object({ noun: z.enum(nouns), name: z.string().trim().min(1).max(300) }).safeParse({ noun, name })
  if (!sent.success) return null
  const made = await createNamed(sent.data.noun, sent.data.name, user.locale, user)
  return made && { ...made, state: 'draft' }
}

async function signedInWriter(): Promise<SignedIn | { kind: 'signedOut' | 'refused' }> {
  await requireOwnOrigin()
  const user = await signedIn()
  if (!user) return { kind: 'signedOut' }
  return may(user, 'write') ? user : { kind: 'refused' }
}

async function save(of: {
  noun: Noun
  id: string
  form: FormData
  user: SignedIn
  isAutosave: boolean
}): Promise<SaveState> {
  const { form, user, isAutosave } = of
  const where = address.safeParse(of)
  const lock = locks.safeParse(form instanceof FormData ? form.get('lock') : null)
  if (!where.success || !lock.success) return { kind: 'gone' }
  const { noun, id } = where.data
  try {
    const { content, errors, values } = await readSentForm(noun, form, user)
    if (errors) return { kind: 'invalid', errors, values, lock: lock.data }
    const decided = readDecided(form)
    const note = isAutosave ? null : (line(300).safeParse(form.get(WHY)).data ?? null)
    const outcome = await saveMerging(
      { id, lock: lock.data, content, by: user, isAutosave, note },
      { decided, mayTake: form.get(MAY_TAKE) === '1' },
    )
    const sent = { id, noun, content, values, lock: lock.data, isUndecided: decided !== null }
    const state = await asState(outcome, sent)
    // What stands beside the form is made anew, in this same answer: asked for by itself from a server that went away
    // in between, the browser would show its own error in place of the form.
    if (state.kind === 'saved' && form.get('refresh') === '1') refreshPage()
    return state
  } catch (error) {
    // What was typed is still in the form, and in the browser's copy: it says so and tries again.
    if (databaseIsAway(error)) return { kind: 'failed' }
    throw error
  }
}

const CHOICE = choiceName('')

/** What somebody chose who was shown the other side; null when nobody was. */
function readDecided(form: FormData): Decided | null {
  const against = locks.safeParse(form.get(AGAINST)).data
  if (!against) return null
  const choices = [...form].flatMap(([name, value]) => {
    const chosen = z.enum(['mine', 'theirs', 'both']).safeParse(value).data
    return name.startsWith(CHOICE) && chosen ? [[name.slice(CHOICE.length), chosen] as const] : []
  })
  return { against, choices: Object.fromEntries(choices) }
}
