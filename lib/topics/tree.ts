import type { TopicCard } from './card'

export type CountedTopic = TopicCard & {
  /** The slugs of its broader topics. */
  broader: string[]
  sessionCount: number
  statementCount: number
}

export type TopicBranch = { topic: CountedTopic; narrower: TopicBranch[] }

/** Deeper branches stand at the deepest level, so that a narrow screen can show them. */
const DEEPEST = 4

/**
 * The topics as a hierarchy in alphabetical order. A topic with several broader ones stands once, under the first of
 * them; its own page names them all. The database lets no topic be broader than itself, so every branch ends.
 */
export function toTopicTree(topics: readonly CountedTopic[], intlLocale: string): TopicBranch[] {
  const { compare } = new Intl.Collator(intlLocale)
  const inOrder = [...topics].sort((a, b) => compare(a.name.value, b.name.value))
  const rank = new Map(inOrder.map(({ slug }, index) => [slug, index]))
  const roots: CountedTopic[] = []
  const below = new Map<string, CountedTopic[]>()
  for (const topic of inOrder) {
    const [first] = topic.broader
      .filter((slug) => rank.has(slug))
      .sort((a, b) => Number(rank.get(a)) - Number(rank.get(b)))
    if (first === undefined) roots.push(topic)
    else below.set(first, [...(below.get(first) ?? []), topic])
  }
  const branch = (topic: CountedTopic): TopicBranch => ({
    topic,
    narrower: (below.get(topic.slug) ?? []).map(branch),
  })
  return roots.map(branch)
}

export type TopicLine = { topic: CountedTopic; depth: number }

/** The hierarchy line by line, each with its depth. */
export const linesOf = (branches: readonly TopicBranch[], depth = 0): TopicLine[] =>
  branches.flatMap(({ topic, narrower }) => [
    { topic, depth: Math.min(depth, DEEPEST) },
    ...linesOf(narrower, depth + 1),
  ])
