'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { allowed } from '@/lib/auth/signed-in'
import { publishProgramme } from '@/lib/programme/publish-programme'
import { line } from '@/lib/revisions/content'
import { routes, withQuery } from '@/lib/routes'

const sentSchema = z.object({
  id: z.uuid(),
  seen: z.string().max(100),
  name: line(100),
  mentioned: z
    .literal('on')
    .nullish()
    .transform((value) => value === 'on'),
})

/** Publishes a programme as the page showed it, as its next version. */
export async function publishProgrammeAction(form: FormData): Promise<void> {
  const by = await allowed('publish')
  const sent = sentSchema.safeParse(Object.fromEntries(form)).data
  if (!sent) redirect(routes.desk())
  const { id, seen, name, mentioned } = sent
  const outcome = await publishProgramme({ id, seen, name, withMentioned: mentioned, by })
  const said =
    outcome.kind === 'published'
      ? { done: 'published', count: outcome.count, version: outcome.version }
      : {
          problem: outcome.kind,
          why: outcome.kind === 'conflict' ? outcome.conflict : null,
          mentioned: mentioned ? 'on' : null,
        }
  redirect(withQuery(routes.publishProgramme(id), said))
}
