import type { Locale } from '@/lib/i18n/locales'
import { mustSay, type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { publishedCitation } from '@/lib/published'
import { type Path, routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'
import type { DatePrecision, SourceKind } from '@/prisma/client/enums'

/** No record has so many citations that more would be read. */
const MOST = 50

/** What a list of sources says of each, beside its title. */
export const sourceFacts = {
  publicId: true,
  kind: true,
  url: true,
  author: true,
  publisher: true,
  publishedOn: true,
  publishedOnPrecision: true,
  language: true,
  readOn: true,
} satisfies Prisma.SourceSelect

const citationSelect = ({ locale }: I18n) =>
  ({
    locator: true,
    claim: true,
    texts: { where: textsFor(locale), select: { ...textMeta, note: true } },
    source: {
      select: {
        ...sourceFacts,
        texts: { where: textsFor(locale), select: { ...textMeta, title: true } },
      },
    },
  }) satisfies Prisma.CitationSelect

/** The `citations` of any record's select: those whose source is public, in their order. */
export const citationsOf = (i18n: I18n) => ({
  where: publishedCitation,
  orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }],
  take: MOST,
  select: citationSelect(i18n),
})

type Row = Prisma.CitationGetPayload<{ select: ReturnType<typeof citationSelect> }>

/** A source as it stands in a list of sources. */
export type CitedSource = {
  publicId: string
  path: Path
  title: Said
  /** As the document itself has it. */
  originalTitle: Said
  kind: SourceKind
  url: string | null
  author: string | null
  publisher: string | null
  publishedOn: Date | null
  publishedOnPrecision: DatePrecision
  language: string | null
  readOn: Date | null
}

export type Citation = {
  locator: string | null
  /** The value it supports, such as "dates"; null for the whole record. */
  claim: string | null
  note: Said | null
  source: CitedSource
}

export function toCitation({ locator, claim, texts, source }: Row, { locale }: I18n): Citation {
  const { texts: sourceTexts, ...rest } = source
  return {
    locator,
    claim,
    note: say(texts, 'note', locale),
    source: { ...rest, path: routes.source(source.publicId), ...titlesOf(sourceTexts, locale) },
  }
}

/** The title of a source for the reader, and as the document itself has it. */
export function titlesOf(texts: Row['source']['texts'], locale: Locale) {
  const title = mustSay(texts, 'title', locale)
  const original = texts.find(({ status }) => status === 'original')
  return { title, originalTitle: original ? mustSay([original], 'title', locale) : title }
}

/** The citations of one value of a record, such as an edition's "dates". */
export const citationsFor = (citations: readonly Citation[], claim: string | null) =>
  citations.filter((citation) => citation.claim === claim)
