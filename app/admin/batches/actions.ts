'use server'

import { forbidden, redirect } from 'next/navigation'
import { z } from 'zod'
import { may } from '@/lib/auth/permissions'
import { allowed } from '@/lib/auth/signed-in'
import { getBatch } from '@/lib/batches/queries'
import { undoBulk } from '@/lib/bulk/undo'
import { undoImport } from '@/lib/import/undo'
import { undoMerge } from '@/lib/merging/undo'
import { routes, withQuery } from '@/lib/routes'
import { permissionToUndo } from './permission-to-undo'

const undos = { bulk: undoBulk, import: undoImport, paste: undoImport, merge: undoMerge }

/** Takes back what was done to many records at once. */
export async function undoBatchAction(form: FormData): Promise<void> {
  const by = await allowed('write')
  const batchId = z.uuid().safeParse(form.get('batch')).data
  const batch = batchId ? await getBatch(batchId) : null
  if (!batch) redirect(routes.batches())
  if (!may(by, permissionToUndo(batch))) forbidden()
  const { kind } = await undos[batch.kind]({ batchId: batch.id, by })
  if (kind === 'notAllowed') forbidden()
  redirect(withQuery(routes.batch(batch.id), kind === 'undone' ? { done: 'undone' } : { problem: kind }))
}
