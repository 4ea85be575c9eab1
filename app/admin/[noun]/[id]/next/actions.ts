'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { allowed } from '@/lib/auth/signed-in'
import { createNextEdition } from '@/lib/programme/next-edition'
import { whole } from '@/lib/revisions/content'
import { routes, withQuery } from '@/lib/routes'

const sentSchema = z.object({ id: z.uuid(), number: whole(1, 10_000), year: whole(1800, 2200) })

/** Makes the next edition of what is ticked, and leads to its form. */
export async function createNextEditionAction(form: FormData): Promise<void> {
  const by = await allowed('write')
  const id = z.uuid().safeParse(form.get('id')).data
  if (!id) redirect(routes.desk())
  const sent = sentSchema.safeParse(Object.fromEntries(form)).data
  if (!sent) redirect(withQuery(routes.nextEdition(id), { problem: 'wrong' }))
  const ticked = (name: string) => new Set(form.getAll(name).filter((each) => typeof each === 'string'))
  const outcome = await createNextEdition(
    id,
    {
      ...{ number: sent.number, year: sent.year, country: form.get('country') === 'on' },
      ...{ organisations: ticked('organisation'), sessions: ticked('session'), people: ticked('person') },
    },
    by,
  )
  if (outcome.kind === 'made') redirect(routes.record('editions', outcome.id))
  redirect(withQuery(routes.nextEdition(id), { problem: outcome.kind }))
}
