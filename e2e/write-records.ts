// Run by e2e/records.ts: takes a line of steps after another from stdin, does them with the desk's own functions, and tells
// in a line what came of them. Ends with its stdin.
import { createInterface } from 'node:readline'
import { db } from '../lib/db.ts'
import { adoptRows } from '../lib/revisions/adopt.ts'
import type { Noun } from '../lib/revisions/nouns.ts'
import { publishRecord, withdrawRecord } from '../lib/revisions/publish.ts'
import { registry } from '../lib/revisions/registry.ts'
import { scheduleAct } from '../lib/revisions/review.ts'
import { createRecord, saveRecord } from '../lib/revisions/save.ts'
import type { MadeRecord, RecordStep } from './records.ts'

let made: Record<string, { id: string; noun: Noun }> = {}

/** Puts ids where `$name` stands, and reads the content as the desk does. */
function parse(noun: Noun, raw: object) {
  const named = JSON.stringify(raw).replace(/"\$([\w-]+)"/g, (_, name) => JSON.stringify(made[name]?.id ?? name))
  const { content, errors } = registry[noun].parse(JSON.parse(named))
  if (errors) throw new Error(`${noun}: ${JSON.stringify(errors)}`)
  return content
}

async function take(step: RecordStep): Promise<void> {
  const by = { id: step.by }
  if (step.do === 'create') {
    const noun = step.noun as Noun
    const { id } = await createRecord(noun, parse(noun, step.raw), by)
    made[step.as] = { id, noun }
    return
  }
  const { id, noun } = made[step.as] ?? { id: step.as, noun: (step as { noun?: Noun }).noun ?? 'forum' }
  const { lock } = await db.record.findUniqueOrThrow({ where: { id }, select: { lock: true } })
  const outcome =
    step.do === 'save'
      ? await saveRecord({ id, lock, content: parse(noun, step.raw), by })
      : step.do === 'publish'
        ? await publishRecord({ id, lock, by })
        : step.do === 'withdraw'
          ? await withdrawRecord({ id, lock, by, reasons: step.reasons })
          : await scheduleAct({ id, lock, by, act: 'publish', at: new Date(step.at) })
  if (!['saved', 'published', 'withdrawn', 'done'].includes(outcome.kind))
    throw new Error(`${step.do} ${step.as}: ${JSON.stringify(outcome)}`)
}

for await (const line of createInterface({ input: process.stdin })) {
  made = {}
  await adoptRows()
  for (const step of JSON.parse(line) as RecordStep[]) await take(step)
  const now: Record<string, MadeRecord> = {}
  for (const [name, { id }] of Object.entries(made)) {
    const { lock, version, publicId } = await db.record.findUniqueOrThrow({ where: { id } })
    now[name] = { id, lock, version, publicId }
  }
  process.stdout.write(`\u0001${JSON.stringify(now)}\n`)
}
await db.$disconnect()
