'use server'

import { forbidden, redirect } from 'next/navigation'
import { z } from 'zod'
import { may } from '@/lib/auth/permissions'
import { allowed } from '@/lib/auth/signed-in'
import { changeInBulk } from '@/lib/bulk/carry-out'
import { permissionFor } from '@/lib/bulk/change'
import { type Noun, nounPlurals, nouns } from '@/lib/revisions/nouns'
import { routes, withQuery } from '@/lib/routes'
import { asQuery, readBulk } from './sent-bulk'

/** Changes many records as the page showed it. */
export async function changeInBulkAction(of: Noun, form: FormData): Promise<void> {
  const by = await allowed('write')
  const noun = z.enum(nouns).parse(of)
  const { selection, change, fields } = readBulk(noun, asQuery(form))
  const seen = z.string().max(100).safeParse(form.get('seen')).data
  const path = routes.bulk(nounPlurals[noun])
  const back = Object.fromEntries(
    fields.map(([name]) => [name, fields.flatMap(([each, value]) => (each === name ? [value] : []))]),
  )
  if (!change || !seen) redirect(withQuery(path, back))
  if (!may(by, permissionFor(change.act))) forbidden()
  const outcome = await changeInBulk({ noun, selection, change, seen, locale: by.locale, by })
  if (outcome.kind === 'changed')
    redirect(withQuery(routes.batch(outcome.batchId), { done: 'changed', skipped: outcome.left.length || null }))
  const sent = { act: change.act, [`value.${change.act}`]: change.value, problem: outcome.kind }
  redirect(withQuery(path, { ...back, ...sent }))
}
