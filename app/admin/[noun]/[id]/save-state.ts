import 'server-only'
import type { SaveState, Taken } from '@/components/form/save-outcome'
import { readLabels, readPlaces, readUserNames, toFormValues } from '@/lib/revisions/edit-queries'
import type { FormValues } from '@/lib/revisions/form-values'
import type { Merged } from '@/lib/revisions/merge-three-ways'
import type { Noun } from '@/lib/revisions/nouns'
import type { Content } from '@/lib/revisions/registry'
import type { Current, MergeOutcome } from '@/lib/revisions/save-merging'
import { mergeWords } from './merge-words'

type Sent = { id: string; noun: Noun; content: Content; values: FormValues; lock: number; isUndecided: boolean }

/** What came of a save, as its form shows it. */
export async function asState(outcome: MergeOutcome, sent: Sent): Promise<SaveState> {
  if (outcome.kind === 'gone') return outcome
  const { noun, lock } = sent
  if (outcome.kind === 'invalid') {
    const { errors, content } = outcome
    return { kind: 'invalid', errors, values: await formValues(noun, content), lock: outcome.lock, isMerged: true }
  }
  if (outcome.kind === 'stale') {
    const { current, merge } = outcome
    const [taken, conflicts] = await Promise.all([
      takenOf(sent, current, merge),
      mergeWords({ ...sent, mine: sent.content, theirs: current.content }, merge.conflicts),
    ])
    return {
      ...{ kind: 'stale', values: sent.values, lock, against: current.lock, ...taken, isUndecided: sent.isUndecided },
      conflicts: conflicts.map((row, at) => ({ ...row, canBoth: merge.conflicts[at]?.canBoth ?? false })),
    }
  }
  const { version, content, current, merge } = outcome
  const saved = { kind: 'saved', version, lock: outcome.lock, at: outcome.updatedAt.toISOString() } as const
  if (!content || !current || !merge) return saved
  const [taken, values, labels] = await Promise.all([
    takenOf(sent, current, merge),
    formValues(noun, content),
    readLabels(noun, content),
  ])
  return { ...saved, merged: { ...taken, values, labels } }
}

async function takenOf(sent: Sent, current: Current, { taken }: Merged): Promise<Taken> {
  const [rows, names] = await Promise.all([
    mergeWords({ ...sent, mine: sent.content, theirs: current.content }, taken),
    readUserNames([current.updatedById]),
  ])
  const { version, updatedAt } = current
  return { rows, version, at: updatedAt.toISOString(), by: names[current.updatedById ?? ''] ?? null }
}

async function formValues(noun: Noun, content: Content): Promise<FormValues> {
  const places = noun === 'session' ? await readPlaces(content.edition as string) : null
  return toFormValues(noun, content, places?.timeZone)
}
