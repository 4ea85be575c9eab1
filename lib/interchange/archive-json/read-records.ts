import 'server-only'
import { groupedById } from '@/lib/grouped-by-id'
import { versionContent } from '@/lib/programme/version-content'
import type { Noun } from '@/lib/revisions/nouns'
import { type Content, registry } from '@/lib/revisions/registry'
import type { TextStatus } from '@/prisma/client/enums'
import type { knownPublic } from './known-public'
import { idsIn, publicContent } from './public-content'
import type { PublishedLine, WithdrawnLine } from './record-line'
import { FIRST, PAGE, type Snapshot } from './snapshot'
import { reasonsSql, type StandingRow, slugsSql, standingSql } from './standing-sql'

export type Reader = { snapshot: Snapshot; known: ReturnType<typeof knownPublic> }
export type StandingLine = PublishedLine | WithdrawnLine

/** All records of a noun that the public is told of, in the order of their ids, some at a time. */
export async function* readNoun(reader: Reader, noun: Noun): AsyncGenerator<StandingLine[]> {
  const sql = `${standingSql(noun, 'own.id > $1')} LIMIT $2`
  for (let after = FIRST; ; ) {
    const rows = await reader.snapshot.rows<StandingRow>(sql, [after, PAGE])
    if (!rows.length) return
    yield await readLines(reader, noun, rows)
    after = rows.at(-1)?.id ?? after
  }
}

/** Those of a noun among some records, in the order of their ids, some at a time. */
export async function* readSome(reader: Reader, noun: Noun, ids: readonly string[]): AsyncGenerator<StandingLine[]> {
  const sorted = [...ids].sort()
  for (let at = 0; at < sorted.length; at += PAGE) {
    const some = sorted.slice(at, at + PAGE)
    const rows = await reader.snapshot.rows<StandingRow>(standingSql(noun, 'own.id = ANY($1::uuid[])'), [some])
    yield await readLines(reader, noun, rows)
  }
}

type SlugRow = { id: string; parent: string | null; slug: string }
type PublicationRow = { id: string; version: number; act: 'publish' | 'withdraw'; at: Date; is_correction: boolean }
type VersionRow = {
  id: string
  version: number
  content: Content
  at: Date | null
  by_name: string | null
  reasons: Record<string, string> | null
}
type CorrectionRow = {
  id: string
  correction: string
  version: number
  state: 'accepted' | 'declined'
  answered_at: Date
}
type AnswerRow = { id: string; language: string; status: TextStatus; translator: string | null; answer: string }
type ProgrammeRow = { id: string; number: number; published_at: Date; name: string | null; content: unknown }

async function readLines({ snapshot, known }: Reader, noun: Noun, rows: StandingRow[]): Promise<StandingLine[]> {
  const ids = rows.map(({ id }) => id)
  const there = rows.flatMap(({ id, gone_by }) => (gone_by ? [] : [id]))
  const goneBy = rows.flatMap(({ gone_by }) => gone_by ?? [])
  const ofSlugs = slugsSql(noun)
  const slugs = groupedById(ofSlugs ? await snapshot.rows<SlugRow>(ofSlugs, [ids]) : [])
  const reasons = groupedById(
    goneBy.length ? await snapshot.rows<{ id: string; language: string; reason: string }>(reasonsSql, [goneBy]) : [],
  )
  const publications = groupedById(await snapshot.rows<PublicationRow>(publicationsSql, [there]))
  const versionRows = await snapshot.rows<VersionRow>(versionsSql, [there])
  await known.ask(versionRows.flatMap(({ content }) => idsIn(content)))
  const versions = groupedById(versionRows)
  const corrections = groupedById(await snapshot.rows<CorrectionRow>(correctionsSql, [there]))
  const answers = groupedById(
    await snapshot.rows<AnswerRow>(answersSql, [[...corrections.values()].flat().map(({ correction }) => correction)]),
  )
  const programmes = noun === 'edition' ? await readProgrammes({ snapshot, known }, there) : null

  return rows.map((row): StandingLine => {
    const { id, public_id, parent, slug, gone_by } = row
    const own = slugs.get(id) ?? []
    const address = {
      ...{ publicId: public_id, parent, slug },
      formerSlugs: own.flatMap((each) =>
        each.slug === slug && each.parent === (noun === 'edition' || noun === 'session' ? parent : null)
          ? []
          : [{ parent: each.parent, slug: each.slug }],
      ),
    }
    if (gone_by) {
      const said = (reasons.get(gone_by) ?? []).map(({ language, reason }) => [language, reason])
      const withdrawnAt = (row.withdrawn_at ?? new Date(0)).toISOString()
      return { noun, id, state: 'withdrawn', ...address, withdrawnAt, reasons: Object.fromEntries(said) }
    }
    return {
      ...{ noun, id, state: 'published', ...address },
      publishedAt: (row.published_at ?? row.updated_at).toISOString(),
      updatedAt: row.updated_at.toISOString(),
      version: row.version,
      versions: (versions.get(id) ?? []).map((each) =>
        each.at
          ? {
              version: each.version,
              removed: { at: each.at.toISOString(), by: each.by_name ?? '', reasons: inOrder(each.reasons ?? {}) },
            }
          : { version: each.version, content: readContent(noun, each, row, known.has) },
      ),
      publications: (publications.get(id) ?? []).map(({ version, act, at, is_correction }) => ({
        ...{ version, act, at: at.toISOString(), isCorrection: is_correction },
      })),
      corrections: (corrections.get(id) ?? []).map(({ correction, version, state, answered_at }) => ({
        ...{ id: correction, version, state, answeredAt: answered_at.toISOString() },
        texts: Object.fromEntries(
          (answers.get(correction) ?? []).map(({ language, status, translator, answer }) => [
            language,
            { status, translator, answer },
          ]),
        ),
      })),
      ...(programmes ? { programmeVersions: programmes.get(id) ?? [] } : {}),
    }
  })
}

/**
 * What was published as today's schema has it: contents of before lack what came since. Where the current one stands is
 * what the tables say: a statement moves along with its session.
 */
function readContent(
  noun: Noun,
  { id, version, content }: VersionRow,
  row: StandingRow,
  isPublic: (id: string) => boolean,
): Content {
  const parent = noun === 'edition' ? 'forum' : 'edition'
  const place = {
    ...(row.slug === null ? {} : { slug: row.slug }),
    ...(row.parent === null ? {} : { [parent]: row.parent }),
  }
  const published = publicContent(noun, content, isPublic)
  const parsed = registry[noun].parse(version === row.version ? { ...published, ...place } : published)
  if (parsed.errors)
    throw new Error(`Version ${version} of the ${noun} ${id} cannot be read: ${JSON.stringify(parsed.errors)}`)
  return parsed.content
}

/** Programmes as they were published, without the words of sessions that are not public any more. */
async function readProgrammes({ snapshot, known }: Reader, editions: string[]) {
  const rows = (await snapshot.rows<ProgrammeRow>(programmesSql, [editions])).map((row) => ({
    ...row,
    content: versionContent.parse(row.content),
  }))
  await known.ask(rows.flatMap(({ content }) => content.sessions.map(({ id }) => id)))
  const made = rows.map(({ id, number, published_at, name, content: { rooms, sessions } }) => ({
    id,
    line: {
      ...{ number, publishedAt: published_at.toISOString(), name },
      content: {
        rooms: inOrder(rooms),
        sessions: sessions.map((each) => (known.has(each.id) ? each : { ...each, texts: [] })),
      },
    },
  }))
  return new Map([...groupedById(made)].map(([id, lines]) => [id, lines.map(({ line }) => line)]))
}

const publicationsSql = `
  SELECT record_id AS id, version, act, at, is_correction FROM publication WHERE record_id = ANY($1::uuid[]) ORDER BY publication.id`

const versionsSql = `
  SELECT revision.record_id AS id, revision.version, revision.content, redaction.at, redaction.by_name, redaction.reasons
  FROM (
    SELECT record_id, version FROM publication WHERE act = 'publish' AND record_id = ANY($1::uuid[])
    UNION SELECT id, published_version FROM record WHERE id = ANY($1::uuid[])
  ) AS told JOIN revision USING (record_id, version) LEFT JOIN redaction USING (record_id, version)
  ORDER BY revision.record_id, revision.version`

const correctionsSql = `
  SELECT record_id AS id, id AS correction, version, state, answered_at FROM correction
  WHERE record_id = ANY($1::uuid[]) AND state IN ('accepted', 'declined') ORDER BY answered_at, correction.id`

const answersSql = `
  SELECT correction_id AS id, language, status, translator, answer FROM correction_text
  WHERE correction_id = ANY($1::uuid[]) ORDER BY correction_id, language`

const programmesSql = `
  SELECT edition_id AS id, number, published_at, name, content FROM programme_version
  WHERE edition_id = ANY($1::uuid[]) ORDER BY edition_id, number`

/** The same, whatever order its keys came in. */
const inOrder = <T>(of: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)))
