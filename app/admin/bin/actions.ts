'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { allowed } from '@/lib/auth/signed-in'
import { emptyBin, moveToBin, takeFromBin } from '@/lib/revisions/bin'
import type { Noun } from '@/lib/revisions/nouns'
import { routes, withQuery } from '@/lib/routes'
import { leadBack, readNoun, readSent } from '../[noun]/[id]/publishing/lead-back'

/** Moves the record of a form into the bin; where it cannot, the form says why. */
export async function moveToBinAction(of: Noun, form: FormData): Promise<void> {
  const by = await allowed('write')
  const [noun, sent] = [readNoun(of), readSent(form)]
  if (!sent) redirect(routes.desk())
  const { kind } = await moveToBin({ ...sent, by })
  if (kind !== 'binned') leadBack(noun, sent.id, { problem: kind })
  redirect(withQuery(routes.bin(), { done: 'binned' }))
}

export async function takeFromBinAction(form: FormData): Promise<void> {
  const by = await allowed('write')
  const id = z.uuid().safeParse(form.get('id')).data
  const kind = id ? (await takeFromBin({ id, by })).kind : 'gone'
  redirect(withQuery(routes.bin(), kind === 'taken' ? { done: kind } : { problem: kind }))
}

/** Removes for good what was in the bin when the page was made. */
export async function emptyBinAction(form: FormData): Promise<void> {
  const by = await allowed('administer')
  const before = z.iso.datetime().safeParse(form.get('before')).data
  if (!before || form.get('sure') !== 'on') redirect(withQuery(routes.bin(), { problem: 'notSure' }))
  await emptyBin({ before: new Date(before), by })
  redirect(withQuery(routes.bin(), { done: 'emptied' }))
}
