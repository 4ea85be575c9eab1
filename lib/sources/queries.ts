import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import { i18n } from '@/lib/i18n/translator'
import { type Paged, paged, slice } from '@/lib/pagination'
import { publishedSource } from '@/lib/published'
import { routes } from '@/lib/routes'
import { type CitedSource, sourceFacts, titlesOf } from './citations'
import { type Claim, claimOrder, claimSelect, onPublishedRecord, toClaim } from './claims'

/** Claims are short: a page of them holds more than one of records. */
export const CLAIMS_ON_A_PAGE = 100

export type Source = CitedSource & {
  /** What the archive says about the document. Markdown. */
  note: Said | null
  /** The copy that the archive keeps of it. */
  keptCopy: { sha256: string; mediaType: string; byteSize: number } | null
  claims: Paged<Claim>
}

/** A published source with a page of the claims it supports; `id` comes from `sourceAt`. Null when none is there. */
export const getSource = cache(async (id: string, page: number, locale: Locale): Promise<Source | null> => {
  const context = i18n(locale)
  const where = { AND: [{ sourceId: id }, onPublishedRecord] }
  const [source, rows, total] = await Promise.all([
    db.source.findFirst({
      where: { id, ...publishedSource },
      select: {
        ...sourceFacts,
        keptCopy: { select: { sha256: true, mediaType: true, byteSize: true } },
        texts: { where: textsFor(locale), select: { ...textMeta, title: true, note: true } },
      },
    }),
    db.citation.findMany({
      where,
      orderBy: claimOrder,
      ...slice(page, CLAIMS_ON_A_PAGE),
      select: claimSelect(context),
    }),
    db.citation.count({ where }),
  ])
  if (!source) return null
  const { texts, ...facts } = source
  return {
    ...facts,
    path: routes.source(source.publicId),
    ...titlesOf(texts, locale),
    note: say(texts, 'note', locale),
    claims: paged(
      rows.flatMap((row) => toClaim(row, context) ?? []),
      total,
      page,
      CLAIMS_ON_A_PAGE,
    ),
  }
})
