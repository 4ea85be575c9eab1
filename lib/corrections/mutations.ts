import 'server-only'
import { writeAudit } from '@/lib/audit/write'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import type { By } from '@/lib/revisions/save'
import type { CorrectionText } from './answer-schema'
import type { Report } from './schema'

/** Reports of one address in an hour and in a day, and of all together in an hour. */
export const MOST = { ofAddressInHour: 5, ofAddressInDay: 20, inHour: 300 }

export type FileOutcome = 'filed' | 'tooMany' | 'notPublic'

/**
 * Takes a report into the queue. How many come is counted in the database, under a lock, so that a restart gives
 * nobody a new allowance and many at once get no more than one after another. A report that is only `counted` (a
 * program filled the trap) takes from the allowance and is thrown away.
 */
export async function fileReport(
  of: Report & { record: string; version: number; locale: Locale },
  { address, isCountedOnly }: { address: string; isCountedOnly: boolean },
): Promise<FileOutcome> {
  const { record, ...said } = of
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('correction reports', 0))`
    await tx.$executeRaw`
      DELETE FROM correction_attempt WHERE id IN (
        SELECT id FROM correction_attempt WHERE at < now() - interval '1 day' LIMIT 1000 FOR UPDATE SKIP LOCKED)`
    const [counts] = await tx.$queryRaw<{ ofHour: number; ofDay: number; all: number }[]>`
      SELECT count(*) FILTER (WHERE at > now() - interval '1 hour')::int AS "ofHour", count(*)::int AS "ofDay",
        (SELECT count(*)::int FROM correction_attempt WHERE at > now() - interval '1 hour') AS all
      FROM correction_attempt WHERE address = ${address} AND at > now() - interval '1 day'`
    if (!counts || counts.ofHour >= MOST.ofAddressInHour || counts.ofDay >= MOST.ofAddressInDay) return 'tooMany'
    if (counts.all >= MOST.inHour) return 'tooMany'
    await tx.correctionAttempt.create({ data: { address } })
    if (isCountedOnly) return 'filed'
    const [shown] = await tx.$queryRaw<{ id: string }[]>`
      SELECT record.id FROM record JOIN publication ON publication.record_id = record.id
      WHERE record.id = ${record}::uuid AND publication.version = ${of.version} AND publication.act = 'publish'
        AND is_public_record(record.noun, record.id)
      LIMIT 1`
    if (!shown) return 'notPublic'
    await tx.correction.create({ data: { ...said, recordId: record } })
    return 'filed'
  })
}

export type AnswerOutcome = { kind: 'answered'; email: string | null } | { kind: 'gone' | 'answeredBefore' }

/**
 * Answers a report, or discards what is none. With it goes who reported: their e-mail address is erased, and handed
 * back this once to be told the answer. Nobody answers what somebody else has answered.
 */
export async function answerReport(of: {
  id: string
  by: By
  state: 'accepted' | 'declined' | 'discarded'
  texts: CorrectionText[]
}): Promise<AnswerOutcome> {
  const { id, by, state, texts } = of
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM correction WHERE id = ${id}::uuid FOR UPDATE`
    const report = await tx.correction.findUnique({
      where: { id },
      select: { state: true, email: true, recordId: true, version: true, record: { select: { noun: true } } },
    })
    if (!report) return { kind: 'gone' }
    if (report.state !== 'open') return { kind: 'answeredBefore' }
    await tx.correctionText.createMany({ data: texts.map((text) => ({ correctionId: id, ...text })) })
    await tx.correction.update({
      where: { id },
      data: { state, email: null, answeredAt: new Date(), answeredById: by?.id ?? null },
    })
    const { recordId, version, record } = report
    await writeAudit(tx, {
      ...{ actorId: by?.id ?? null, act: `correction.${state}`, noun: record.noun, recordId, version },
      detail: { correction: id },
    })
    return { kind: 'answered', email: report.email }
  })
}
