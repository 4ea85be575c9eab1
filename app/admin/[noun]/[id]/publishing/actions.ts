'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { allowed } from '@/lib/auth/signed-in'
import { createPreviewLink, takeBackPreviewLink } from '@/lib/preview/links'
import { type Noun, nounPlurals } from '@/lib/revisions/nouns'
import { publishRecord } from '@/lib/revisions/publish'
import { sendForReview, unschedule } from '@/lib/revisions/review'
import { inLocale, routes } from '@/lib/routes'
import { leadBack, readNoun, readSent } from './lead-back'

/** What the buttons beside a record do. Each is bound to the record's noun by the page. */
export async function sendForReviewAction(of: Noun, form: FormData): Promise<void> {
  const by = await allowed('write')
  const [noun, sent] = [readNoun(of), readSent(form)]
  if (!sent) redirect(routes.desk())
  const { kind } = await sendForReview({ ...sent, by })
  leadBack(noun, sent.id, kind === 'done' ? { done: 'sent' } : { problem: kind })
}

export async function publishAction(of: Noun, form: FormData): Promise<void> {
  const by = await allowed('publish')
  const [noun, sent] = [readNoun(of), readSent(form)]
  if (!sent) redirect(routes.desk())
  const outcome = await publishRecord({ ...sent, by })
  if (outcome.kind === 'published') leadBack(noun, sent.id, { done: 'published' })
  leadBack(noun, sent.id, {
    problem: outcome.kind,
    ...(outcome.kind === 'conflict' ? { why: outcome.conflict } : {}),
  })
}

export async function unscheduleAction(of: Noun, form: FormData): Promise<void> {
  const by = await allowed('publish')
  const [noun, sent] = [readNoun(of), readSent(form)]
  if (!sent) redirect(routes.desk())
  const { kind } = await unschedule({ ...sent, by })
  leadBack(noun, sent.id, kind === 'done' ? { done: 'unscheduled' } : { problem: kind })
}

/** Shows the site with the record in it as it stands now, for an hour. */
export async function openPreviewAction(of: Noun, form: FormData): Promise<void> {
  const by = await allowed('write')
  const [noun, sent] = [readNoun(of), readSent(form)]
  if (!sent) redirect(routes.desk())
  const token = await createPreviewLink({ recordId: sent.id, noun, by })
  redirect(inLocale(by.locale, routes.preview(token)))
}

export async function createPreviewLinkAction(of: Noun, form: FormData): Promise<void> {
  const by = await allowed('write')
  const [noun, sent] = [readNoun(of), readSent(form)]
  if (!sent) redirect(routes.desk())
  await createPreviewLink({ recordId: sent.id, noun, by, isForHandingOn: true })
  redirect(routes.recordPreview(nounPlurals[noun], sent.id))
}

export async function takeBackPreviewLinkAction(of: Noun, form: FormData): Promise<void> {
  const by = await allowed('write')
  const [noun, sent] = [readNoun(of), readSent(form)]
  if (!sent) redirect(routes.desk())
  const tokenHash = z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .safeParse(form.get('link')).data
  if (tokenHash) await takeBackPreviewLink({ recordId: sent.id, noun, tokenHash, by })
  redirect(routes.recordPreview(nounPlurals[noun], sent.id))
}
