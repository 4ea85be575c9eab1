import type { Noun } from './nouns'

/** Fields that nouns did not have when their first versions were saved, with what those versions say in them. */
const since: Partial<Record<Noun, object>> = { session: { links: [] }, person: { links: [] } }

/**
 * The content of a version, which stays in the database as it was saved, with the fields that came since: so that it
 * can be compared, taken back and written. One of which nothing is left (redacted) stays so.
 */
export const asOfNow = <C extends object>(noun: Noun, content: C): C =>
  Object.keys(content).length ? { ...since[noun], ...content } : content
