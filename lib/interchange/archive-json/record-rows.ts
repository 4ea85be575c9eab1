import 'server-only'
import { type Named, namesOf } from '@/lib/revisions/names-kept'
import type { Noun } from '@/lib/revisions/nouns'
import { type Content, registry } from '@/lib/revisions/registry'
import { json } from '@/lib/revisions/save'
import type { Standing } from '@/lib/revisions/standing'
import type { Prisma } from '@/prisma/client/client'
import type { CollectedRows } from './collected-rows'
import { UnreadableArchive } from './read-file'
import type { MergedLine, PublishedLine, RecordLine, WithdrawnLine } from './record-line'

/** What a record of the file becomes, beside the rows of its noun, which are collected. */
export type MadeRecord = {
  noun: Noun
  record: Prisma.RecordCreateManyInput
  revision: Prisma.RevisionCreateManyInput[]
  redaction: Prisma.RedactionCreateManyInput[]
  publication: Prisma.PublicationCreateManyInput[]
  correction: Prisma.CorrectionCreateManyInput[]
  correctionText: Prisma.CorrectionTextCreateManyInput[]
  programmeVersion: Prisma.ProgrammeVersionCreateManyInput[]
  slugs: { id: string; parent: string | null; slug: string }[]
  /** By what the desk finds it; null for what is in no list. */
  named: Named | null
}

type Tx = Prisma.TransactionClient

const nothing = {
  ...{ revision: [], redaction: [], publication: [], correction: [], correctionText: [], programmeVersion: [] },
  slugs: [],
}

/** Makes the rows of a record. Throws `UnreadableArchive`, whose message goes on after the place. */
export async function madeRecord(tx: Tx, collected: CollectedRows, line: RecordLine): Promise<MadeRecord> {
  if (line.state === 'merged') return madeMerged(line)
  return line.state === 'withdrawn' ? madeWithdrawn(tx, collected, line) : madePublished(tx, collected, line)
}

async function madePublished(tx: Tx, collected: CollectedRows, line: PublishedLine): Promise<MadeRecord> {
  const { noun, id, publicId, version } = line
  const contents = new Map(
    line.versions.map((each) => [each.version, 'content' in each ? checked(line, each.version, each.content) : null]),
  )
  const content = contents.get(version)
  if (!content) throw new UnreadableArchive(`has no content for version ${version}, which is public.`)
  if ((content.slug ?? null) !== line.slug || (registry[noun].parent(content)?.id ?? null) !== line.parent)
    throw new UnreadableArchive('gives another address than its content does: it is damaged.')
  const publishedAt = new Date(line.publishedAt)
  const updatedAt = new Date(line.updatedAt)
  const standing: Standing = { state: 'published', publishedAt, withdrawnAt: null, version, publicId }
  await registry[noun].write(collected.transaction(tx), id, content, standing)
  Object.assign(collected.of(noun).at(-1) ?? {}, { createdAt: publishedAt, updatedAt })

  const names = await namesOf(tx, noun, content)
  const since = (of: number) => line.publications.find((each) => each.version === of && each.act === 'publish')?.at
  const lock = line.versions.length
  return {
    noun,
    record: {
      ...{ id, noun, publicId, ...names, content: json(content), lock },
      version: Math.max(...line.versions.map((each) => each.version)),
      ...{ state: 'published', publishedVersion: version, createdAt: publishedAt, updatedAt },
    },
    revision: line.versions.map((each, at) => ({
      ...{ recordId: id, version: each.version, lock: at + 1, act: 'adopt' },
      content: json(contents.get(each.version) ?? {}),
      createdAt: new Date(since(each.version) ?? line.publishedAt),
    })),
    redaction: line.versions.flatMap((each) =>
      'removed' in each
        ? [
            {
              ...{ recordId: id, version: each.version, at: new Date(each.removed.at) },
              ...{ byName: each.removed.by, reasons: each.removed.reasons },
            },
          ]
        : [],
    ),
    publication: line.publications.map(({ at, ...each }) => ({ recordId: id, ...each, at: new Date(at) })),
    // What the reader wrote is not public: only the answer came along.
    correction: line.corrections.map(({ id: correction, version, state, answeredAt }) => ({
      ...{ id: correction, recordId: id, version, state, wrong: '', locale: 'en' },
      ...{ createdAt: new Date(answeredAt), answeredAt: new Date(answeredAt) },
    })),
    correctionText: line.corrections.flatMap(({ id: correctionId, texts }) =>
      Object.entries(texts).map(([language, text]) => ({ correctionId, language, ...text })),
    ),
    programmeVersion: (line.programmeVersions ?? []).map(({ publishedAt, ...each }) => ({
      ...{ editionId: id, ...each, publishedAt: new Date(publishedAt) },
    })),
    slugs: line.formerSlugs.map((each) => ({ id, ...each })),
    named: { id, noun, content, titles: names.titles },
  }
}

function checked({ noun }: PublishedLine, version: number, raw: Content): Content {
  const { content, errors } = registry[noun].parse(raw)
  if (content) return content
  const [field, problem] = Object.entries(errors)[0] ?? []
  throw new UnreadableArchive(`has a version ${version} that is not the content of a ${noun}: ${field} (${problem}).`)
}

/** Stands for the words of what was withdrawn, which are in no file: nobody but editors sees it. */
const UNSAID = '…'

async function madeWithdrawn(tx: Tx, collected: CollectedRows, line: WithdrawnLine): Promise<MadeRecord> {
  const { noun, id, publicId, parent, slug, reasons } = line
  const text = { name: UNSAID, title: UNSAID, text: UNSAID, sortName: UNSAID }
  const said = Object.fromEntries(Object.keys(reasons).map((language) => [language, text]))
  const place = { forum: parent, edition: parent, parent: null, timeZone: 'UTC' }
  const { content, errors } = registry[noun].parse({ ...place, slug, texts: said })
  if (errors) throw new UnreadableArchive(`has no address that a ${noun} can have.`)
  const withdrawnAt = new Date(line.withdrawnAt)
  const standing: Standing = { state: 'withdrawn', publishedAt: withdrawnAt, withdrawnAt, version: 1, publicId }
  const before = collected.of(`${noun}Text`).length
  await registry[noun].write(collected.transaction(tx), id, content, standing)
  Object.assign(collected.of(noun).at(-1) ?? {}, { createdAt: withdrawnAt, updatedAt: withdrawnAt })
  for (const row of collected.of(`${noun}Text`).slice(before)) row.withdrawalReason = reasons[String(row.language)]

  const names = await namesOf(tx, noun, content)
  return {
    ...nothing,
    noun,
    record: {
      ...{ id, noun, publicId, ...names, content: json(content), version: 1, lock: 1 },
      ...{ state: 'withdrawn', publishedVersion: 1, createdAt: withdrawnAt, updatedAt: withdrawnAt },
    },
    revision: [{ recordId: id, version: 1, lock: 1, act: 'adopt', content: json(content), createdAt: withdrawnAt }],
    publication: [{ recordId: id, version: 1, act: 'withdraw', at: withdrawnAt }],
    slugs: line.formerSlugs.map((each) => ({ id, ...each })),
    named: { id, noun, content, titles: names.titles },
  }
}

/** A record that became part of another: nothing of it is left but where it leads. */
function madeMerged({ noun, id, into, at: on }: MergedLine): MadeRecord {
  const at = new Date(on)
  return {
    ...nothing,
    noun,
    record: {
      ...{ id, noun, content: {}, mergedIntoId: into, binnedAt: at, emptiedAt: at, createdAt: at, updatedAt: at },
    },
    publication: [{ recordId: id, version: 1, act: 'publish', at }],
    named: null,
  }
}
