'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { EditorParts } from '@/components/form/record-editor'
import type { Chosen } from '@/components/form/record-picker'
import { AGAINST, choiceName, MAY_TAKE, RENEW, type SaveState, WHY } from '@/components/form/save-outcome'
import { may } from '@/lib/auth/permissions'
import { allowed, requireOwnOrigin, type SignedIn, signedIn } from '@/lib/auth/signed-in'
import { databaseIsAway } from '@/lib/database-away'
import { line } from '@/lib/revisions/content'
import { getRecordForEdit } from '@/lib/revisions/edit-queries'
import { type Noun, nounPlurals, nouns } from '@/lib/revisions/nouns'
import { openRecord } from '@/lib/revisions/presence'
import { type Decided, saveMerging } from '@/lib/revisions/save-merging'
import { createNamed, readSentForm } from '@/lib/revisions/sent-form'
import { routes, withQuery } from '@/lib/routes'
import { editorParts } from './editor-parts'
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
    const isToRenew = state.kind === 'saved' && form.get(RENEW) === '1'
    return isToRenew ? { ...state, renewed: await renewed(noun, id, user) } : state
  } catch (error) {
    // What was typed is still in the form, and in the browser's copy: it says so and tries again.
    if (databaseIsAway(error)) return { kind: 'failed' }
    throw error
  }
}

/**
 * What stands around the form, after a save that was done. It comes with the answer: a page asked for anew from a
 * server or a database that went away in between would be an error in place of the form.
 */
async function renewed(noun: Noun, id: string, user: SignedIn): Promise<EditorParts | undefined> {
  try {
    const present = await openRecord(id, user.id)
    const record = await getRecordForEdit(noun, id)
    return record ? await editorParts(record, user, { present }) : undefined
  } catch (error) {
    if (databaseIsAway(error)) return undefined
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
