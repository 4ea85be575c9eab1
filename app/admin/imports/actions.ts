'use server'

import { forbidden, redirect } from 'next/navigation'
import { z } from 'zod'
import { may } from '@/lib/auth/permissions'
import { allowed } from '@/lib/auth/signed-in'
import { applyImport } from '@/lib/import/apply'
import { readRehearsal } from '@/lib/import/queries'
import { conflictKey } from '@/lib/import/rehearsal'
import { answerImport, type RehearseOutcome } from '@/lib/import/rehearse'
import { undoImport } from '@/lib/import/undo'
import { language, timeZone } from '@/lib/revisions/content'
import { listAt, readForm } from '@/lib/revisions/form-values'
import { routes, withQuery } from '@/lib/routes'

const tick = z.literal('on').optional().catch(undefined)
const conflictChoice = z.enum(['keep', 'take'])
const optionsIn = z.object({
  timeZone: timeZone(),
  language: language(),
  likely: z.enum(['ask', 'new', 'match']),
  conflicts: conflictChoice,
  publish: tick,
  source: tick,
  facts: tick,
})

/** Rehearses an import anew, with other options. */
export async function chooseOptionsAction(form: FormData): Promise<void> {
  const by = await allowed('write')
  const id = importOf(form)
  const said = optionsIn.safeParse(Object.fromEntries(form)).data
  if (!said) redirect(withQuery(routes.oneImport(id), { problem: 'options' }))
  const { publish, source, facts, ...texts } = said
  const options = {
    ...texts,
    publish: publish === 'on' && may(by, 'publish'),
    source: source === 'on',
    facts: facts === 'on',
  }
  leadBack(id, await answerImport({ id, options, by }), 'rehearsed')
}

const answerIn = z.object({ key: z.string().min(1).max(1000), as: z.uuid().or(z.literal('new')) })

/** Says of people of a file who of the archive they are. */
export async function answerPeopleAction(form: FormData): Promise<void> {
  const by = await allowed('write')
  const id = importOf(form)
  const answers = listAt(readForm(form.entries()).values, 'people').flatMap((each) => {
    const { key, as } = answerIn.safeParse(each).data ?? {}
    return key && as ? [[key, as] as const] : []
  })
  leadBack(id, await answerImport({ id, answers: Object.fromEntries(answers), by }), 'answered')
}

/** As many choices a rehearsal takes: each is made by hand, on a page of 25 records. */
const MOST_CHOSEN = 10_000

/** Chooses whether what stands here or what the file says is kept, where somebody wrote otherwise by hand. */
export async function chooseConflictsAction(form: FormData): Promise<void> {
  const by = await allowed('write')
  const id = importOf(form)
  const rehearsal = await readRehearsal(id)
  if (!rehearsal) redirect(routes.imports())
  const said = [...form.entries()].flatMap(([name, value]) => {
    const choice = conflictChoice.safeParse(value).data
    const key = conflictKey(name)
    return choice && key ? [[key, choice] as const] : []
  })
  const all = { ...rehearsal.options.chosen, ...Object.fromEntries(said) }
  const chosen = Object.fromEntries(Object.entries(all).slice(0, MOST_CHOSEN))
  leadBack(id, await answerImport({ id, options: { chosen }, by }), 'chosen')
}

/** Says which of the sessions that are no longer in the file are to be withdrawn. */
export async function chooseWithdrawnAction(form: FormData): Promise<void> {
  const by = await allowed('withdraw')
  const id = importOf(form)
  const rehearsal = await readRehearsal(id)
  if (!rehearsal) redirect(routes.imports())
  const ids = (name: string) => form.getAll(name).flatMap((each) => z.uuid().safeParse(each).data ?? [])
  const shown = new Set(ids('shown'))
  // Those of other pages of the list stay as they were chosen there.
  const others = rehearsal.options.withdraw.filter((each) => !shown.has(each))
  const withdraw = [...others, ...ids('withdraw').filter((each) => shown.has(each))]
  leadBack(id, await answerImport({ id, options: { withdraw }, by }), 'rehearsed')
}

/** Does what the rehearsal shows, all of it or nothing. */
export async function applyImportAction(form: FormData): Promise<void> {
  const by = await allowed('write')
  const id = importOf(form)
  const rehearsal = await readRehearsal(id)
  if (!rehearsal) redirect(routes.imports())
  if (rehearsal.options.publish && !may(by, 'publish')) forbidden()
  if (rehearsal.options.withdraw.length && !may(by, 'withdraw')) forbidden()
  const digest = z.string().max(200).catch('').parse(form.get('digest'))
  const outcome = await applyImport({ importId: id, digest, by })
  if (outcome.kind === 'notAllowed') forbidden()
  if (outcome.kind !== 'applied') redirect(withQuery(routes.oneImport(id), { problem: outcome.kind }))
  const { published, blocked } = outcome
  redirect(withQuery(routes.oneImport(id), { done: 'applied', published: published || null, blocked: blocked || null }))
}

/** Takes a whole import back. */
export async function undoImportAction(form: FormData): Promise<void> {
  const by = await allowed('write')
  const id = importOf(form)
  const rehearsal = await readRehearsal(id)
  if (!rehearsal?.batchId) redirect(routes.imports())
  const { kind } = await undoImport({ batchId: rehearsal.batchId, by })
  if (kind === 'notAllowed') forbidden()
  redirect(withQuery(routes.oneImport(id), kind === 'undone' ? { done: 'undone' } : { problem: kind }))
}

const importOf = (form: FormData) => z.uuid().safeParse(form.get('import')).data ?? redirect(routes.imports())

function leadBack(id: string, outcome: RehearseOutcome, done: 'rehearsed' | 'answered' | 'chosen'): never {
  if (outcome.kind === 'gone') redirect(routes.imports())
  const said = outcome.kind === 'rehearsed' ? { done } : { problem: outcome.kind }
  redirect(withQuery(routes.oneImport(id), said))
}
