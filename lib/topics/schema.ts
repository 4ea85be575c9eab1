import { z } from 'zod'
import { languageTag, line, references, rows, slug, texts } from '@/lib/revisions/content'
import { citations } from '@/lib/sources/citation-schema'

const byLanguageAndLabel = (a: { language: string; label: string | null }, b: typeof a) =>
  `${a.language} ${a.label}` < `${b.language} ${b.label}` ? -1 : 1

export const topicSchema = z.object({
  slug: slug(),
  texts: texts({ name: line(120), definition: line(2000) }),
  /** Other words for the topic, which search finds too; they have no order. */
  synonyms: rows(z.object({ language: languageTag, label: line(120) }), 100).transform((labels) =>
    labels
      .filter((one, at) => labels.findIndex((x) => x.language === one.language && x.label === one.label) === at)
      .sort(byLanguageAndLabel),
  ),
  broader: references(20).transform((ids) => ids.sort()),
  citations: citations(),
})

export type TopicContent = z.infer<typeof topicSchema>
