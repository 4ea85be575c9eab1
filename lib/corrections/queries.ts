import 'server-only'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { type Paged, paged, slice } from '@/lib/pagination'
import type { Noun } from '@/lib/revisions/nouns'
import { type ShownTitle, shownTitle } from '@/lib/revisions/record-label'
import type { CorrectionState } from '@/prisma/client/enums'

export const QUEUE_PAGE = 25

export type QueueFilters = { state: CorrectionState; noun: Noun | null }

/** A report as the queue shows it. */
export type QueuedReport = {
  id: string
  noun: Noun
  title: ShownTitle
  version: number
  wrong: string
  createdAt: Date
  state: CorrectionState
}

const record = { select: { id: true, noun: true, titles: true, version: true, publishedVersion: true } } as const

/** A page of the reports: those that wait the longest first, of the others the newest. */
export async function listReports(
  { state, noun }: QueueFilters,
  page: number,
  locale: Locale,
): Promise<Paged<QueuedReport>> {
  const where = { state, ...(noun ? { record: { noun } } : {}) }
  const order = state === 'open' ? 'asc' : 'desc'
  const [rows, total] = await Promise.all([
    db.correction.findMany({
      where,
      orderBy: [{ createdAt: order }, { id: order }],
      ...slice(page, QUEUE_PAGE),
      select: { id: true, version: true, wrong: true, createdAt: true, state: true, record },
    }),
    db.correction.count({ where }),
  ])
  const items = rows.map(({ record: { noun: of, titles }, ...row }) => ({
    ...row,
    noun: of,
    title: shownTitle(titles, locale),
  }))
  return paged(items, total, page, QUEUE_PAGE)
}

/** How many reports wait for an answer. */
export const countOpenReports = () => db.correction.count({ where: { state: 'open' } })

/** A report with all that an editor needs to answer it; null when there is none. */
export async function getReport(id: string) {
  const row = await db.correction.findUnique({
    where: { id },
    select: {
      ...{ id: true, version: true, wrong: true, right: true, evidence: true, email: true, locale: true },
      ...{ state: true, createdAt: true, answeredAt: true, answeredById: true, record },
      texts: { select: { language: true, status: true, answer: true }, orderBy: { language: 'asc' } },
    },
  })
  if (!row) return null
  const { answeredById, ...rest } = row
  const answeredBy = answeredById
    ? await db.user.findUnique({ where: { id: answeredById }, select: { name: true } })
    : null
  return { ...rest, answeredBy: answeredBy?.name ?? null }
}

export type ReportToAnswer = NonNullable<Awaited<ReturnType<typeof getReport>>>
