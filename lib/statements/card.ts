import { type EditionName, editionNameSelect, toEditionName } from '@/lib/editions/name'
import { mustSay, type Said, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { type AppearanceCard, appearanceSelect, toAppearanceCard } from '@/lib/people/card'
import { type Path, routes } from '@/lib/routes'
import { type Citation, citationsOf, toCitation } from '@/lib/sources/citations'
import { type TopicCard, topicsOf, toTopicCard } from '@/lib/topics/card'
import type { Prisma } from '@/prisma/client/client'
import type { StatementForm, StatementKind } from '@/prisma/client/enums'

/** A statement as it stands in a list, with its evidence. */
export const statementCardSelect = (i18n: I18n) =>
  ({
    publicId: true,
    form: true,
    kind: true,
    checkedOn: true,
    texts: { where: textsFor(i18n.locale), select: { ...textMeta, text: true } },
    edition: { select: editionNameSelect(i18n) },
    session: {
      select: {
        slug: true,
        isTitleSupplied: true,
        texts: { where: textsFor(i18n.locale), select: { ...textMeta, title: true } },
      },
    },
    appearance: { select: appearanceSelect(i18n) },
    topics: topicsOf(i18n),
    citations: citationsOf(i18n),
  }) satisfies Prisma.StatementSelect

type Row = Prisma.StatementGetPayload<{ select: ReturnType<typeof statementCardSelect> }>

export type StatementCard = {
  publicId: string
  path: Path
  text: Said
  form: StatementForm
  kind: StatementKind
  checkedOn: Date | null
  edition: EditionName
  session: { title: Said; isTitleSupplied: boolean; path: Path } | null
  /** Who said it; null where no speaker is recorded. */
  speaker: AppearanceCard | null
  topics: TopicCard[]
  citations: Citation[]
}

export function toStatementCard(row: Row, i18n: I18n): StatementCard {
  const { edition, session } = row
  return {
    publicId: row.publicId,
    path: routes.statement(row.publicId),
    text: mustSay(row.texts, 'text', i18n.locale),
    form: row.form,
    kind: row.kind,
    checkedOn: row.checkedOn,
    edition: toEditionName(edition, i18n),
    session: session && {
      title: mustSay(session.texts, 'title', i18n.locale),
      isTitleSupplied: session.isTitleSupplied,
      path: routes.session(edition.forum.slug, edition.slug, session.slug),
    },
    speaker: row.appearance && toAppearanceCard(row.appearance, i18n),
    topics: row.topics.map(({ topic }) => toTopicCard(topic, i18n)),
    citations: row.citations.map((citation) => toCitation(citation, i18n)),
  }
}
