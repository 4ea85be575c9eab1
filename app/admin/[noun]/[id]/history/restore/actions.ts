'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { allowed } from '@/lib/auth/signed-in'
import { line } from '@/lib/revisions/content'
import { type Noun, nounPlurals } from '@/lib/revisions/nouns'
import { restoreRevision } from '@/lib/revisions/restore'
import { routes, withQuery } from '@/lib/routes'
import { leadBack, readNoun, readSent } from '../../publishing/lead-back'

const asked = z.object({
  version: z.coerce.number().int().min(1),
  field: z
    .string()
    .regex(/^[A-Za-z]+(\.[A-Za-z0-9-]+)?$/)
    .max(60)
    .nullable(),
})

/** Brings a version back as a new one; what cannot be done leads back to the page that showed what it would do. */
export async function restoreAction(of: Noun, form: FormData): Promise<void> {
  const by = await allowed('write')
  const [noun, sent] = [readNoun(of), readSent(form)]
  const what = asked.safeParse({ version: form.get('version'), field: form.get('field') || null }).data
  if (!sent || !what) redirect(routes.desk())
  const note = line(300).safeParse(form.get('why')).data ?? null
  const { kind } = await restoreRevision({ ...sent, ...what, by, note })
  if (kind === 'saved') leadBack(noun, sent.id, { done: 'restored' })
  if (kind === 'gone') leadBack(noun, sent.id, { problem: 'gone' })
  redirect(withQuery(routes.restoreVersion(nounPlurals[noun], sent.id), { ...what, problem: kind }))
}
