import 'server-only'
import { newPublicId } from '@/lib/public-id'
import type { Noun } from '@/lib/revisions/nouns'
import { type Content, registry } from '@/lib/revisions/registry'

/** A record that an import makes. */
export type NewRecord = {
  id: string
  noun: Noun
  publicId: string | null
  parentId: string | null
  content: Content
  titles: Record<string, string>
  sortName: string
  /** Whether it is public from the first; its content then has its slug. */
  isPublished: boolean
}

/** A record with a content that was made of a file. */
export function newRecord(noun: Noun, id: string, raw: object): NewRecord {
  const { content, errors } = registry[noun].parse(raw)
  if (errors) throw new Error(`An import made no ${noun}: ${JSON.stringify(errors)}`)
  return asNewRecord(noun, id, content)
}

export function asNewRecord(noun: Noun, id: string, content: Content): NewRecord {
  const titles = registry[noun].titles(content, {})
  const texts = content.texts as Record<string, { sortName?: string | null }>
  const sortName =
    noun === 'person'
      ? (texts.en?.sortName ?? Object.values(texts)[0]?.sortName ?? '')
      : (titles.en ?? titles.ru ?? titles.kk ?? Object.values(titles)[0] ?? '')
  return {
    ...{ id, noun, content, titles, sortName: sortName.toLowerCase().slice(0, 300), isPublished: false },
    publicId: noun === 'source' ? newPublicId() : null,
    parentId: registry[noun].parent(content)?.id ?? null,
  }
}
