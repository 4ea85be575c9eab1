import { mustSay, type Said, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { publishedTopic } from '@/lib/published'
import { type Path, routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'

/** A topic as a tag. */
export const topicCardSelect = ({ locale }: I18n) =>
  ({
    slug: true,
    texts: { where: textsFor(locale), select: { ...textMeta, name: true } },
  }) satisfies Prisma.TopicSelect

/** The `topics` of a session's or statement's select: the public ones, in their order. */
export const topicsOf = (i18n: I18n) => ({
  where: { topic: publishedTopic },
  orderBy: { position: 'asc' as const },
  take: 20,
  select: { topic: { select: topicCardSelect(i18n) } },
})

type Row = Prisma.TopicGetPayload<{ select: ReturnType<typeof topicCardSelect> }>

export type TopicCard = { slug: string; path: Path; name: Said }

export const toTopicCard = ({ slug, texts }: Row, { locale }: I18n): TopicCard => ({
  slug,
  path: routes.topic(slug),
  name: mustSay(texts, 'name', locale),
})
