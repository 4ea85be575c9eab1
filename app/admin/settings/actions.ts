'use server'

import { redirect } from 'next/navigation'
import { allowed } from '@/lib/auth/signed-in'
import { decidablePoints } from '@/lib/revisions/checklist'
import { nouns } from '@/lib/revisions/nouns'
import { type BlockingPoints, writeBlockingPoints } from '@/lib/revisions/settings'
import { routes, withQuery } from '@/lib/routes'

/** Keeps which points of each noun's checklist block publication. */
export async function saveBlockingPointsAction(form: FormData): Promise<void> {
  const by = await allowed('administer')
  const points: BlockingPoints = Object.fromEntries(
    nouns.map((noun) => [noun, decidablePoints[noun].filter((point) => form.get(`${noun}.${point}`) === 'on')]),
  )
  await writeBlockingPoints(points, by)
  redirect(withQuery(routes.settings(), { done: 'saved' }))
}
