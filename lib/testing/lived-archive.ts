import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { answerReport, fileReport } from '@/lib/corrections/mutations'
import { db } from '@/lib/db'
import { mergeRecords } from '@/lib/merging/merge'
import { mergeableNouns } from '@/lib/merging/replace-mention'
import { planProgramme, publishProgramme } from '@/lib/programme/publish-programme'
import { moveToBin } from '@/lib/revisions/bin'
import type { Noun } from '@/lib/revisions/nouns'
import { publishRecord, withdrawRecord } from '@/lib/revisions/publish'
import { redactVersion } from '@/lib/revisions/redact'
import { type Content, registry } from '@/lib/revisions/registry'
import { saveRecord } from '@/lib/revisions/save'
import { anyRaw, type Pool } from './contents'
import { draft } from './desk-records'

/** Every word that the public may never see begins with one of these. */
export const secrets = ['zqdraft', 'zqnote', 'zqreader', 'zqeditor']

const acts = [
  'publish',
  'publish',
  'publish',
  'edit',
  'note',
  'rename',
  'withdraw',
  'merge',
  'redact',
  'answer',
  'bin',
  'programme',
] as const
export type LivedAct = { act: (typeof acts)[number]; at: number; other: number }

/** What editors do to an archive over the years, in any order: some of it will not be possible, as in life. */
export const livedActs = (most: number): fc.Arbitrary<LivedAct[]> =>
  fc.array(fc.record({ act: fc.constantFrom(...acts), at: fc.nat(), other: fc.nat() }), {
    minLength: most,
    maxLength: most,
  })

const nobody: Pool = {
  ...{ forum: [], edition: [], session: [], person: [], organisation: [], topic: [], statement: [], source: [] },
  ...{ day: [], room: [], track: [], appearance: [] },
}

/** Row ids of made-up contents are the same for all: each record gets its own. */
function withOwnRows(raw: object): Content {
  const own = new Map<string, string>()
  return JSON.parse(
    JSON.stringify(raw).replace(/00000000-0000-4000-8000-00000000000\d/g, (id) => {
      own.set(id, own.get(id) ?? randomUUID())
      return own.get(id) ?? ''
    }),
  )
}

const isDrafted = (content: unknown) => JSON.stringify(content).includes('zqdraft')

/** Days and rooms are those of the edition, who speaks is one of the session. */
async function fitting(raw: Content): Promise<Content> {
  const contentOf = async (id: unknown) =>
    (await db.record.findUnique({ where: { id: String(id) }, select: { content: true } }))?.content as
      | Content
      | undefined
  const first = (list: unknown) => ((list ?? []) as { id: string }[])[0]?.id ?? null
  if ('room' in raw) {
    const edition = await contentOf(raw.edition)
    return { ...raw, day: raw.day && first(edition?.days), room: raw.room && first(edition?.rooms) }
  }
  if (!('appearance' in raw)) return raw
  const session = await contentOf(raw.session)
  return { ...raw, edition: session?.edition ?? raw.edition, appearance: raw.appearance && first(session?.appearances) }
}

/**
 * Lives through acts on an archive of its own making, with drafts, changed, renamed, withdrawn, merged and redacted
 * records, answers to readers and programmes. Returns the ids of what it made.
 */
export async function liveThrough(lived: readonly LivedAct[], seed: number): Promise<string[]> {
  const editor = await db.user.create({
    data: { id: randomUUID(), email: `${randomUUID()}@zqeditor.example`, name: 'zqeditor', role: 'editor' },
    select: { id: true },
  })
  const by = { ...editor, name: 'Somebody public' }
  const pool: Pool = structuredClone(nobody)
  const made: { id: string; noun: Noun }[] = []
  const order: Noun[] = ['source', 'topic', 'organisation', 'person', 'forum', 'edition', 'session', 'statement']
  const rawOf = async (noun: Noun, n: number): Promise<object> => {
    // Shapes are made for all nouns at once: what there is nothing of yet stands as an id of nothing.
    const some = Object.fromEntries(
      Object.entries(pool).map(([name, ids]) => [name, ids.length ? ids : [randomUUID()]]),
    )
    const [raw = {}] = fc.sample(anyRaw(noun, some as Pool), { numRuns: 1, seed: seed * 1000 + n })
    return fitting(withOwnRows(raw))
  }
  for (const noun of order)
    for (let n = 0; n < 3; n++) {
      const raw = (await rawOf(noun, made.length)) as Content
      const { content } = registry[noun].parse({ ...raw, slug: null })
      if (!content) continue
      const { id } = await draft(noun, content, by)
      made.push({ id, noun })
      pool[noun].push(id)
      await publishRecord({ id, lock: null, by }).catch(() => null)
    }
  for (const [n, { act, at, other }] of lived.entries()) {
    const one = made[at % made.length]
    if (!one) continue
    const { id, noun } = one
    const record = await db.record.findUniqueOrThrow({ where: { id } })
    const edit = async (raw: object, note: string | null = null) => {
      const { content } = registry[noun].parse({ ...(record.content as Content), ...raw })
      if (content) await saveRecord({ id, lock: record.lock, content, by, note })
    }
    const drafted = () => {
      const field = { person: 'biography', topic: 'definition', session: 'abstract', statement: 'text', source: 'note' }
      const name = (field as Partial<Record<Noun, string>>)[noun] ?? 'description'
      const texts = (record.content as { texts?: Record<string, object> }).texts ?? {}
      const [language = 'en', text = {}] = Object.entries(texts)[0] ?? []
      return { texts: { ...texts, [language]: { ...text, [name]: `zqdraft${n}` } } }
    }
    const work: Record<typeof act, () => Promise<unknown>> = {
      publish: async () => {
        await edit(await rawOf(noun, 100 + n))
        await publishRecord({ id, lock: null, by })
      },
      edit: () => edit(drafted()),
      note: async () => edit(await rawOf(noun, 200 + n), 'zqnote'),
      rename: async () => {
        if (isDrafted(record.content)) return
        await edit({ slug: `renamed-${n}` })
        await publishRecord({ id, lock: null, by })
      },
      withdraw: () => withdrawRecord({ id, lock: null, by, reasons: { en: `Reason ${n}`, ru: `Причина ${n}` } }),
      merge: async () => {
        const kind = mergeableNouns[at % mergeableNouns.length] ?? 'person'
        const pair = made.filter((each) => each.noun === kind)
        const [kept, gone] = [pair[other % pair.length], pair[(other + 1) % pair.length]]
        if (!kept || !gone) return
        const held = async (of: string) =>
          db.record.findUniqueOrThrow({ where: { id: of }, select: { id: true, lock: true } })
        const contents = await db.record.findMany({
          where: { id: { in: [kept.id, gone.id] } },
          select: { content: true },
        })
        if (contents.some(({ content }) => isDrafted(content))) return
        await mergeRecords({ noun: kind, kept: await held(kept.id), gone: await held(gone.id), choices: {}, by })
      },
      redact: async () => {
        const old = await db.publication.findMany({ where: { recordId: id, act: 'publish' } })
        const version = old[other % Math.max(1, old.length)]?.version
        if (version) await redactVersion({ id, version, by, reasons: { en: 'Private life' } })
      },
      answer: async () => {
        const said = { wrong: 'zqreader wrong', right: 'zqreader right', evidence: null, email: 'zqreader@example.org' }
        const version = record.publishedVersion ?? 1
        await fileReport(
          { ...said, record: id, version, locale: 'ru' },
          { address: `192.0.2.${n}`, isCountedOnly: false },
        )
        const report = await db.correction.findFirst({ where: { recordId: id, state: 'open' } })
        const texts = [{ language: 'en', answer: `Thanks ${n}`, status: 'original' as const, translator: null }]
        if (report) await answerReport({ id: report.id, state: 'accepted', texts, by })
      },
      bin: () => moveToBin({ id, lock: null, by }),
      programme: async () => {
        const edition = made.filter((each) => each.noun === 'edition')[other % 3]
        const plan = edition && (await planProgramme(edition.id, false))
        if (plan) await publishProgramme({ id: edition.id, withMentioned: false, seen: plan.seen, name: null, by })
      },
    }
    // What the database or the program refuses is refused to editors too.
    await work[act]().catch(() => null)
  }
  return made.map(({ id }) => id)
}
