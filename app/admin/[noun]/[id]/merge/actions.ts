'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { allowed } from '@/lib/auth/signed-in'
import { mergeRecords } from '@/lib/merging/merge'
import { sides } from '@/lib/merging/merge-content'
import { mergeableNouns } from '@/lib/merging/replace-mention'
import { type Noun, nounPlurals } from '@/lib/revisions/nouns'
import { routes, withQuery } from '@/lib/routes'

const lock = z.coerce.number().int().min(1)
const sent = z.object({ id: z.uuid(), lock, gone: z.uuid(), goneLock: lock })
const choice = z.object({ path: z.string().max(100), side: z.enum(sides) })
const MOST_CHOICES = 300

/** Makes one record of two, with what was chosen of each. */
export async function mergeAction(of: Noun, form: FormData): Promise<void> {
  const by = await allowed('publish')
  const noun = z.enum(mergeableNouns).safeParse(of).data
  const read = sent.safeParse(Object.fromEntries(form)).data
  if (!noun || !read) redirect(routes.desk())
  const choices = [...form].slice(0, MOST_CHOICES).flatMap(([name, side]) => {
    const chosen = name.startsWith('take.') ? choice.safeParse({ path: name.slice(5), side }).data : undefined
    return chosen ? [[chosen.path, chosen.side] as const] : []
  })
  const outcome = await mergeRecords({
    ...{ noun, by, choices: Object.fromEntries(choices) },
    kept: { id: read.id, lock: read.lock },
    gone: { id: read.gone, lock: read.goneLock },
  })
  if (outcome.kind === 'merged') redirect(withQuery(routes.batch(outcome.batchId), { done: 'merged' }))
  redirect(
    withQuery(routes.mergeRecord(nounPlurals[noun], read.id), {
      ...{ with: read.gone, problem: outcome.kind },
      fields: outcome.kind === 'invalid' ? Object.keys(outcome.errors).join(' ').slice(0, 300) : null,
    }),
  )
}
