import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { writeAudit } from '@/lib/audit/write'
import { env } from '@/lib/env'
import { keepWords } from '@/lib/revisions/names-kept'
import type { Noun } from '@/lib/revisions/nouns'
import { Prisma, PrismaClient } from '@/prisma/client/client'
import { CollectedRows, writeRows } from './collected-rows'
import { mediaRows } from './media-rows'
import { type FilePart, readParts, UnreadableArchive } from './read-file'
import { fileOrder } from './record-line'
import { type MadeRecord, madeRecord } from './record-rows'

const RECORDS_AT_ONCE = 100
const INDEXED_AT_ONCE = 500
const MANY = 1000
const HOURS = 3600_000

export type ImportedCounts = Record<Noun, number> & { media: number }

/**
 * Reads a file of a whole archive into an empty one: all of it in one transaction, set by set, the search index
 * included, or nothing. Throws `UnreadableArchive` with one sentence: the file is damaged, foreign or contradicts
 * itself, or the archive is not empty.
 */
export async function importArchive(
  lines: AsyncIterable<string> | Iterable<string>,
  log: (done: number) => void = () => {},
): Promise<ImportedCounts> {
  // Without the time limits of what answers readers.
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 1, application_name: 'plenary-import' }),
  })
  try {
    return await client.$transaction((tx) => importIn(tx, lines, log), { timeout: 24 * HOURS, maxWait: 10_000 })
  } catch (error) {
    throw asSentence(error)
  } finally {
    await client.$disconnect()
  }
}

async function importIn(
  tx: Prisma.TransactionClient,
  lines: AsyncIterable<string> | Iterable<string>,
  log: (done: number) => void,
): Promise<ImportedCounts> {
  await tx.$executeRaw`SELECT begin_archive_import()`
  const counts = { media: 0, ...Object.fromEntries(fileOrder.map((noun) => [noun, 0])) } as ImportedCounts
  const later = new MentionsOfOwnNoun()
  let batch: FilePart[] = []
  let done = 0
  const flush = async () => {
    await writeBatch(tx, batch, later)
    done += batch.length
    batch = []
    log(done)
  }
  let noun: Noun | null = null
  for await (const part of readParts(lines)) {
    if (part.kind === 'media') counts.media++
    else {
      const next = part.record.noun
      if (noun !== next) {
        if (noun !== null && fileOrder.indexOf(next) < fileOrder.indexOf(noun))
          throw new UnreadableArchive(`Line ${part.line} of the file stands too late: it was laid out anew.`)
        await flush()
        await later.write(tx)
        noun = next
      }
      counts[next]++
    }
    batch.push(part)
    if (batch.length >= RECORDS_AT_ONCE) await flush()
  }
  await flush()
  await later.write(tx)
  // So many rows want other plans than none.
  if (done > MANY) await tx.$executeRaw`ANALYZE`
  await writeIndex(tx)
  await writeAudit(tx, { actorId: null, act: 'archive_imported', detail: counts })
  return counts
}

async function writeBatch(tx: Prisma.TransactionClient, batch: readonly FilePart[], later: MentionsOfOwnNoun) {
  const media = batch.flatMap((part) => (part.kind === 'media' ? [part.media] : []))
  const { files, texts } = mediaRows(media)
  await writeRows(tx, 'media', files)
  await writeRows(tx, 'mediaText', texts)

  const collected = new CollectedRows()
  const made: MadeRecord[] = []
  for (const part of batch) {
    if (part.kind !== 'record') continue
    try {
      made.push(await madeRecord(tx, collected, part.record))
    } catch (error) {
      if (error instanceof UnreadableArchive)
        throw new UnreadableArchive(`Line ${part.line} of the file ${error.message}`)
      throw error
    }
  }
  later.takeFrom(collected)
  await writeRows(
    tx,
    'record',
    made.map(({ record }) => record),
  )
  for (const table of ['revision', 'redaction', 'publication', 'correction', 'correctionText'] as const)
    await writeRows(
      tx,
      table,
      made.flatMap((each): object[] => each[table]),
    )
  await collected.write(tx)
  await writeRows(
    tx,
    'programmeVersion',
    made.flatMap((each) => each.programmeVersion),
  )
  for (const { noun, slugs } of made) await writeFormerSlugs(tx, noun, slugs)
  await keepWords(
    tx,
    made.flatMap(({ named }) => named ?? []),
  )
}

async function writeFormerSlugs(tx: Prisma.TransactionClient, noun: Noun, slugs: MadeRecord['slugs']) {
  const write: Partial<Record<Noun, (of: MadeRecord['slugs']) => Promise<unknown>>> = {
    forum: (of) => tx.forumSlug.createMany({ data: of.map(({ id, slug }) => ({ forumId: id, slug })) }),
    edition: (of) =>
      tx.editionSlug.createMany({
        data: of.map(({ id, slug, parent }) => ({ editionId: id, slug, forumId: parent ?? '' })),
      }),
    session: (of) =>
      tx.sessionSlug.createMany({
        data: of.map(({ id, slug, parent }) => ({ sessionId: id, slug, editionId: parent ?? '' })),
      }),
    person: (of) => tx.personSlug.createMany({ data: of.map(({ id, slug }) => ({ personId: id, slug })) }),
    organisation: (of) =>
      tx.organisationSlug.createMany({ data: of.map(({ id, slug }) => ({ organisationId: id, slug })) }),
    topic: (of) => tx.topicSlug.createMany({ data: of.map(({ id, slug }) => ({ topicId: id, slug })) }),
  }
  if (slugs.length) await write[noun]?.(slugs)
}

/** What records of a noun say of others of it, which may stand further down: written once all of them are there. */
class MentionsOfOwnNoun {
  #parents: { id: string; parent: string }[] = []
  #broader: object[] = []

  takeFrom(collected: CollectedRows) {
    for (const row of collected.of('organisation')) {
      if (row.parentId) this.#parents.push({ id: String(row.id), parent: String(row.parentId) })
      row.parentId = null
    }
    this.#broader.push(...collected.take('topicBroader'))
  }

  async write(tx: Prisma.TransactionClient) {
    const [parents, broader] = [this.#parents, this.#broader]
    this.#parents = []
    this.#broader = []
    await writeRows(tx, 'topicBroader', broader)
    if (parents.length)
      await tx.$executeRaw`
        UPDATE organisation SET parent_id = own.parent
        FROM unnest(${parents.map(({ id }) => id)}::uuid[], ${parents.map(({ parent }) => parent)}::uuid[]) AS own(id, parent)
        WHERE organisation.id = own.id`
  }
}

/** The search index of all of it, in the same transaction. */
async function writeIndex(tx: Prisma.TransactionClient) {
  for (;;) {
    const [left] = await tx.$queryRaw<object[]>`SELECT 1 FROM search_stale LIMIT 1`
    if (!left) return
    await tx.$executeRaw`SELECT search_apply(${INDEXED_AT_ONCE}::int)`
  }
}

function asSentence(error: unknown): unknown {
  const text = error instanceof Error ? error.message : ''
  if (/the archive is not empty/.test(text))
    return new UnreadableArchive(
      'The archive is not empty: a whole archive can only be read into one that holds nothing yet. Nothing was changed.',
      { cause: error },
    )
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code.startsWith('P2'))
    return new UnreadableArchive(
      'The file contradicts itself: something in it stands twice, or mentions what is not there.',
      {
        cause: error,
      },
    )
  return error
}
