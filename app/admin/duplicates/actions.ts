'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { allowed } from '@/lib/auth/signed-in'
import { sayNotSame } from '@/lib/merging/pairs'
import { mergeableNouns } from '@/lib/merging/replace-mention'
import { routes, withQuery } from '@/lib/routes'

const sent = z.object({ first: z.uuid(), second: z.uuid(), noun: z.enum(mergeableNouns).optional().catch(undefined) })

/** Remembers that two records are not the same. */
export async function notSameAction(form: FormData): Promise<void> {
  const by = await allowed('write')
  const read = sent.safeParse(Object.fromEntries(form)).data
  if (!read) redirect(routes.duplicates())
  const isSaid = await sayNotSame([read.first, read.second], by)
  redirect(withQuery(routes.duplicates(), { noun: read.noun, done: isSaid ? 'notSame' : null }))
}
