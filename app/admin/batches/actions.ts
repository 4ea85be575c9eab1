'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { allowed } from '@/lib/auth/signed-in'
import { undoMerge } from '@/lib/merging/undo'
import { routes, withQuery } from '@/lib/routes'

/** Takes back what was done to many records at once. */
export async function undoBatchAction(form: FormData): Promise<void> {
  const by = await allowed('publish')
  const batchId = z.uuid().safeParse(form.get('batch')).data
  if (!batchId) redirect(routes.batches())
  const { kind } = await undoMerge({ batchId, by })
  redirect(withQuery(routes.batch(batchId), kind === 'undone' ? { done: 'undone' } : { problem: kind }))
}
