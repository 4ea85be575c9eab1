import 'server-only'
import { groupedById } from '@/lib/grouped-by-id'
import { versionContent } from '@/lib/programme/version-content'
import type { Noun } from '@/lib/revisions/nouns'
import { type Content, registry } from '@/lib/revisions/registry'
import type { TextStatus } from '@/prisma/client/enums'
import type { knownPublic } from './known-public'
import { idsIn, publicContent } from './public-content'
import type { MediaLine, MergedLine, PublishedLine, WithdrawnLine } from './record-line'
import type { Snapshot } from './snapshot'
import { reasonsSql, type StandingRow, slugsSql, standingSql } from './standing-sql'

export type Reader = { snapshot: Snapshot; known: ReturnType<typeof knownPublic> }
export type StandingLine = PublishedLine | WithdrawnLine

/** Records are read so many at a time, and so many of them are in memory. */
const AT_ONCE = 50
const FIRST = '00000000-0000-0000-0000-000000000000'

/** All records of a noun that the public is told of, in the order of their ids, some at a time. */
export async function* readNoun(reader: Reader, noun: Noun): AsyncGenerator<StandingLine[]> {
  const sql = `${standingSql(noun, 'own.id > $1')} LIMIT $2`
  for (let after = FIRST; ; ) {
    const rows = await reader.snapshot.rows<StandingRow>(sql, [after, AT_ONCE])
    if (!rows.length) return
    yield await readLines(reader, noun, rows)
    after = rows.at(-1)?.id ?? after
  }
}

/** Those of a noun among some records, in the order of their ids, some at a time. */
export async function* readSome(reader: Reader, noun: Noun, ids: readonly string[]): AsyncGenerator<StandingLine[]> {
  const sorted = [...ids].sort()
  for (let at = 0; at < sorted.length; at += AT_ONCE) {
    const some = sorted.slice(at, at + AT_ONCE)
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

/** The files that public records use, some at a time; only those with the ids given, where some are. */
export async function* readMedia({ snapshot }: Reader, ids: readonly string[] | null): AsyncGenerator<MediaLine[]> {
  for (let after = FIRST; ; ) {
    const rows = await snapshot.rows<Omit<MediaLine, 'small' | 'texts'> & SmallRow>(mediaSql, [after, AT_ONCE, ids])
    if (!rows.length) return
    const texts = groupedById(await snapshot.rows<MediaTextRow>(mediaTextsSql, [rows.map(({ id }) => id)]))
    yield rows.map(({ small_sha256, small_byte_size, small_side, ...row }) => {
      const { id, sha256, mediaType, byteSize, width, height, fileName, credit, licence } = row
      return {
        ...{ id, sha256, mediaType, byteSize, width, height },
        small: small_sha256 ? { sha256: small_sha256, byteSize: small_byte_size ?? 0, side: small_side ?? 0 } : null,
        ...{ fileName, credit, licence },
        texts: Object.fromEntries(
          (texts.get(id) ?? []).map(({ language, status, translator, alternativeText }) => [
            language,
            { status, translator, alternativeText },
          ]),
        ),
      }
    })
    after = rows.at(-1)?.id ?? after
  }
}

type SmallRow = { small_sha256: string | null; small_byte_size: number | null; small_side: number | null }
type MediaTextRow = {
  id: string
  language: string
  status: TextStatus
  translator: string | null
  alternativeText: string
}

/** Records of a noun that were merged into one that the public is told of, in the order of their ids. */
export async function* readMerged({ snapshot }: Reader, noun: Noun): AsyncGenerator<MergedLine[]> {
  for (let after = FIRST; ; ) {
    const rows = await snapshot.rows<{ id: string; into: string; at: Date; is_told: boolean }>(mergedSql(noun), [
      after,
      AT_ONCE,
    ])
    if (!rows.length) return
    yield rows.flatMap(({ id, into, at, is_told }) =>
      is_told ? [{ noun, id, state: 'merged' as const, into, at: at.toISOString() }] : [],
    )
    after = rows.at(-1)?.id ?? after
  }
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

const mediaSql = `
  SELECT id, sha256, media_type AS "mediaType", byte_size AS "byteSize", width, height, small_sha256, small_byte_size,
    small_side, file_name AS "fileName", credit, licence
  FROM media WHERE id > $1 AND ($3::uuid[] IS NULL OR id = ANY($3)) AND is_public_media(id) ORDER BY id LIMIT $2`

const mediaTextsSql = `
  SELECT media_id AS id, language, status, translator, alternative_text AS "alternativeText" FROM media_text
  WHERE media_id = ANY($1::uuid[]) ORDER BY media_id, language`

/** Where a chain of mergers ends, there must be something that the public is told of, or was. */
const mergedSql = (noun: Noun) => `
  WITH RECURSIVE gone AS (
    SELECT id, merged_into_id, binned_at FROM record
    WHERE noun = '${noun}' AND merged_into_id IS NOT NULL AND id > $1 ORDER BY id LIMIT $2
  ), leads(id, now) AS (
    SELECT id, merged_into_id FROM gone
    UNION SELECT leads.id, record.merged_into_id FROM leads JOIN record ON record.id = leads.now
    WHERE record.merged_into_id IS NOT NULL
  )
  SELECT gone.id, last.id AS into, gone.binned_at AS at, last.is_told AND EXISTS (
      SELECT FROM publication WHERE record_id = gone.id) AS is_told
  FROM gone JOIN leads ON leads.id = gone.id CROSS JOIN LATERAL (
    SELECT record.id, record.published_version IS NOT NULL AND EXISTS (
      SELECT FROM ${noun} AS own WHERE own.id = record.id AND own.state IN ('published', 'withdrawn')) AS is_told
    FROM record WHERE record.id = leads.now AND record.merged_into_id IS NULL) AS last
  ORDER BY gone.id`

/** The same, whatever order its keys came in. */
const inOrder = <T>(of: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)))
