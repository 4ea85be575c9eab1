'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { Chosen } from '@/components/form/record-picker'
import type { SaveState } from '@/components/form/save-outcome'
import { may } from '@/lib/auth/permissions'
import { allowed, requireOwnOrigin, type SignedIn, signedIn } from '@/lib/auth/signed-in'
import { databaseIsAway } from '@/lib/database-away'
import { readPlaces, readUserNames, toFormValues } from '@/lib/revisions/edit-queries'
import { type Noun, nounPlurals, nouns } from '@/lib/revisions/nouns'
import { saveRecord } from '@/lib/revisions/save'
import { createNamed, readSentForm } from '@/lib/revisions/sent-form'
import { routes, withQuery } from '@/lib/routes'

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
    if (errors) return { kind: 'invalid', errors, values }
    const saved = await saveRecord({ id, lock: lock.data, content, by: user, isAutosave })
    if (saved.kind === 'gone') return saved
    if (saved.kind === 'saved') {
      // What stands beside the form is made anew, in this same answer: asked for by itself from a server that went away
      // in between, the browser would show its own error in place of the form.
      if (form.get('refresh') === '1') refresh()
      return { kind: 'saved', version: saved.version, lock: saved.lock, at: saved.updatedAt.toISOString() }
    }
    const { current } = saved
    const places = noun === 'session' ? await readPlaces(current.content.edition as string) : null
    const names = await readUserNames([current.updatedById])
    return {
      kind: 'stale',
      theirs: toFormValues(noun, current.content, places?.timeZone),
      values,
      lock: current.lock,
      version: current.version,
      by: names[current.updatedById ?? ''] ?? null,
      at: current.updatedAt.toISOString(),
    }
  } catch (error) {
    // What was typed is still in the form, and in the browser's copy: it says so and tries again.
    if (databaseIsAway(error)) return { kind: 'failed' }
    throw error
  }
}
