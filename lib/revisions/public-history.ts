import 'server-only'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { mustSay, type Said, textMeta, textsFor } from '@/lib/i18n/texts'
import { type Paged, paged, slice } from '@/lib/pagination'
import { Prisma } from '@/prisma/client/client'
import { asOfNow } from './as-of-now'
import type { Noun } from './nouns'
import { type ClaimChange, type PublicChange, publicChange } from './public-change'
import { type PublicName, publicNames } from './public-names'
import { type Gap, toGap } from './publications'
import type { Content } from './registry'

export const PUBLIC_HISTORY_PAGE = 25
/** Beyond this many of each a list does not count: each is asked whether it is public. */
const MOST_COUNTED = 5_000

/** A claim whose source is public: of others nothing was ever shown. */
export type PublicClaimChange = Omit<ClaimChange, 'source'> & { source: PublicName }

/** Something that happened to a record before everybody's eyes. */
export type PublicEvent = { key: string; at: Date; recordId: string; version: number } & (
  | {
      kind: 'first' | 'changed' | 'again' | 'withdrawn'
      gap: Gap | null
      /** How it differs from the version before; null for the first, and beside a gap. */
      change: (Omit<PublicChange, 'claims'> & { claims: PublicClaimChange[] }) | null
    }
  | { kind: 'answer'; state: 'accepted' | 'declined'; answer: Said }
)

type Found = { kind: 'publication' | 'answer'; id: string }

/** What was published of a record and what was answered about it, the newest first. */
export async function listPublicHistory(recordId: string, page: number, locale: Locale): Promise<Paged<PublicEvent>> {
  const events = Prisma.sql`
    SELECT 'publication' AS kind, id::text AS id, at FROM publication WHERE record_id = ${recordId}::uuid
    UNION ALL SELECT 'answer', id::text, answered_at FROM correction
      WHERE record_id = ${recordId}::uuid AND state IN ('accepted', 'declined')`
  const { skip, take } = slice(page, PUBLIC_HISTORY_PAGE)
  const [found, [counted]] = await Promise.all([
    db.$queryRaw<Found[]>`
      SELECT kind, id FROM (${events}) AS event ORDER BY at DESC, kind, id DESC LIMIT ${take} OFFSET ${skip}`,
    db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${events}) AS event`,
  ])
  return paged(await readEvents(found, locale), counted?.count ?? 0, page, PUBLIC_HISTORY_PAGE)
}

/**
 * The answers about public records and the changes to what somebody may have cited in them, of the whole archive, the
 * newest first.
 */
export async function listCorrections(
  page: number,
  locale: Locale,
  size = PUBLIC_HISTORY_PAGE,
): Promise<Paged<PublicEvent>> {
  const { skip, take } = slice(page, size)
  const ofPublic = Prisma.sql`is_public_record(record.noun, record.id)`
  const changes = Prisma.sql`
    FROM publication JOIN record ON record.id = publication.record_id WHERE publication.is_correction AND ${ofPublic}`
  const answers = Prisma.sql`
    FROM correction JOIN record ON record.id = correction.record_id
    WHERE correction.state IN ('accepted', 'declined') AND ${ofPublic}`
  const [found, [counted]] = await Promise.all([
    // Each part ends with what can stand on this page: its index gives them in this order.
    db.$queryRaw<Found[]>`
      SELECT kind, id FROM (
        (SELECT 'publication' AS kind, publication.id::text AS id, at ${changes}
          ORDER BY at DESC, publication.id DESC LIMIT ${skip + take})
        UNION ALL
        (SELECT 'answer', correction.id::text, answered_at ${answers}
          ORDER BY answered_at DESC, correction.id DESC LIMIT ${skip + take})
      ) AS event ORDER BY at DESC, kind, id DESC LIMIT ${take} OFFSET ${skip}`,
    db.$queryRaw<{ count: number }[]>`
      SELECT (
        (SELECT count(*) FROM (SELECT ${changes} LIMIT ${MOST_COUNTED}) AS counted)
        + (SELECT count(*) FROM (SELECT ${answers} LIMIT ${MOST_COUNTED}) AS counted))::int AS count`,
  ])
  return paged(await readEvents(found, locale), counted?.count ?? 0, page, size)
}

type PublicationRow = {
  id: string
  recordId: string
  noun: Noun
  version: number
  act: 'publish' | 'withdraw'
  at: Date
  content: Content | null
  before: number | null
  contentBefore: Content | null
  gapAt: Date | null
  gapBy: string | null
  gapReasons: unknown
  isBesideGap: boolean
}

async function readEvents(found: readonly Found[], locale: Locale): Promise<PublicEvent[]> {
  const ids = (kind: Found['kind']) => found.flatMap((each) => (each.kind === kind ? [each.id] : []))
  const [publications, answers] = await Promise.all([
    readPublications(ids('publication')),
    db.correction.findMany({
      where: { id: { in: ids('answer') } },
      select: {
        ...{ id: true, recordId: true, version: true, state: true, answeredAt: true },
        texts: { where: textsFor(locale), select: { ...textMeta, answer: true } },
      },
    }),
  ])
  const changes = new Map(
    publications.map((row) => {
      const { noun, content, contentBefore, isBesideGap } = row
      return [
        row.id,
        content && contentBefore && !isBesideGap
          ? publicChange(noun, asOfNow(noun, contentBefore), asOfNow(noun, content))
          : null,
      ]
    }),
  )
  const sources = await publicNames(
    [...new Set([...changes.values()].flatMap((change) => change?.claims.map(({ source }) => source) ?? []))],
    locale,
  )
  const events = new Map<string, PublicEvent>()
  for (const row of publications) {
    const { id, recordId, version, act, at, before } = row
    const change = changes.get(id) ?? null
    const claims = (change?.claims ?? []).flatMap((claim) => {
      const source = sources.get(claim.source)
      return source ? [{ ...claim, source }] : []
    })
    events.set(`publication ${id}`, {
      ...{ key: `v${id}`, at, recordId, version },
      kind: act === 'withdraw' ? 'withdrawn' : before === null ? 'first' : before === version ? 'again' : 'changed',
      gap: row.gapAt && toGap({ at: row.gapAt, byName: row.gapBy ?? '', reasons: row.gapReasons }),
      change: act === 'publish' && before !== version && change ? { ...change, claims } : null,
    })
  }
  for (const { id, recordId, version, state, answeredAt, texts } of answers) {
    if ((state !== 'accepted' && state !== 'declined') || !answeredAt || !texts.length) continue
    events.set(`answer ${id}`, {
      ...{ key: `a${id}`, at: answeredAt, recordId, version, kind: 'answer', state },
      answer: mustSay(texts, 'answer', locale),
    })
  }
  return found.flatMap(({ kind, id }) => events.get(`${kind} ${id}`) ?? [])
}

/** Publications with what each published, and the version that was public before it. */
const readPublications = (ids: readonly string[]) => db.$queryRaw<PublicationRow[]>`
  SELECT publication.id::text AS id, publication.record_id AS "recordId", record.noun, publication.version,
    publication.act, publication.at, before.version AS before,
    CASE WHEN publication.act = 'publish' THEN revision.content END AS content, earlier.content AS "contentBefore",
    gap.at AS "gapAt", gap.by_name AS "gapBy", gap.reasons AS "gapReasons",
    (gap.at IS NOT NULL OR EXISTS (
      SELECT FROM redaction WHERE record_id = publication.record_id AND version = before.version)) AS "isBesideGap"
  FROM publication JOIN record ON record.id = publication.record_id
  LEFT JOIN LATERAL (
    SELECT earlier.version FROM publication earlier
    WHERE earlier.record_id = publication.record_id AND earlier.id < publication.id AND earlier.act = 'publish'
    ORDER BY earlier.id DESC LIMIT 1
  ) AS before ON true
  LEFT JOIN revision ON revision.record_id = publication.record_id AND revision.version = publication.version
  LEFT JOIN revision earlier ON earlier.record_id = publication.record_id AND earlier.version = before.version
  LEFT JOIN redaction gap ON gap.record_id = publication.record_id AND gap.version = publication.version
    AND publication.act = 'publish'
  WHERE publication.id = ANY(${[...ids]}::bigint[])`
