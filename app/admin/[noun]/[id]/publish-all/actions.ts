'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { allowed } from '@/lib/auth/signed-in'
import { publishEdition } from '@/lib/revisions/publish-edition'
import { routes, withQuery } from '@/lib/routes'
import { leadBack } from '../publishing/lead-back'

const sentSchema = z.object({
  id: z.uuid(),
  seen: z.string().max(100),
  mentioned: z
    .literal('on')
    .nullish()
    .transform((value) => value === 'on'),
})

/** Publishes an edition with all in it, as the page showed it. */
export async function publishEditionAction(form: FormData): Promise<void> {
  const by = await allowed('publish')
  const sent = sentSchema.safeParse(Object.fromEntries(form)).data
  if (!sent) redirect(routes.desk())
  const { id, seen, mentioned } = sent
  const outcome = await publishEdition({ id, seen, withMentioned: mentioned, by })
  if (outcome.kind === 'published') leadBack('edition', id, { done: 'editionPublished' })
  if (outcome.kind === 'gone') leadBack('edition', id, { problem: 'gone' })
  redirect(
    withQuery(routes.publishEdition(id), {
      problem: outcome.kind,
      why: outcome.kind === 'conflict' ? outcome.conflict : null,
      mentioned: mentioned ? 'on' : null,
    }),
  )
}
