import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { type Noun, nounPlurals, nouns } from '@/lib/revisions/nouns'
import { routes, withQuery } from '@/lib/routes'

const sent = z.object({ id: z.uuid(), lock: z.coerce.number().int().min(1) })

/** What every form beside a record sends: which record, and the lock of what was on the screen. Null when it is broken. */
export const readSent = (form: FormData) => sent.safeParse({ id: form.get('id'), lock: form.get('lock') }).data ?? null

export function readNoun(noun: unknown): Noun {
  const { data } = z.enum(nouns).safeParse(noun)
  return data ?? notFound()
}

/** Leads to the record, which says what was done (`deskPublish.done`) or why not (`deskPublish.problem`). */
export function leadBack(noun: Noun, id: string, said: { done: string } | { problem: string; why?: string }): never {
  redirect(withQuery(routes.record(nounPlurals[noun], id), said))
}
