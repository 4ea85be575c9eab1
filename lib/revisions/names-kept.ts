import 'server-only'
import { env } from '@/lib/env'
import { isMergeable } from '@/lib/merging/replace-mention'
import type { Prisma } from '@/prisma/client/client'
import type { Noun } from './nouns'
import { type Content, registry } from './registry'

/** Of a record's names together: bounds how many words it has. */
const MOST_LETTERS = 3000

type Titles = Record<string, string>

/** What a record is called, by language, and how it is sorted among others. */
export async function namesOf(tx: Prisma.TransactionClient, noun: Noun, content: Content) {
  const parent = registry[noun].parent(content)
  const above =
    parent && noun === 'edition'
      ? await tx.record.findUnique({ where: { id: parent.id }, select: { titles: true } })
      : null
  const titles = registry[noun].titles(content, (above?.titles ?? {}) as Titles)
  const sortName =
    noun === 'person' ? sortNameIn(content) : (titles.en ?? titles.ru ?? titles.kk ?? Object.values(titles)[0] ?? '')
  return { parentId: parent?.id ?? null, titles, sortName: sortName.toLowerCase().slice(0, 300) }
}

function sortNameIn({ texts }: Content): string {
  const byLanguage = texts as Record<string, { sortName: string | null }>
  return byLanguage.en?.sortName ?? Object.values(byLanguage)[0]?.sortName ?? ''
}

/** A record and all it is found by in the desk. */
export type Named = { id: string; noun: Noun; content: Content; titles: Titles }

/** Writes the words that records are found by in the desk, as written and as they sound; which may be the same; and where their texts lead. */
export async function keepWords(tx: Prisma.TransactionClient, records: readonly Named[]) {
  const ids = records.map(({ id }) => id)
  const nouns = records.map(({ noun }) => noun)
  const names = records.map(({ noun, content, titles }) =>
    [...Object.values(titles), ...registry[noun].otherNames(content)].join(' / ').slice(0, MOST_LETTERS),
  )
  await tx.$executeRaw`DELETE FROM record_word WHERE record_id = ANY(${ids}::uuid[])`
  await tx.$executeRaw`
    INSERT INTO record_word (record_id, noun, word, key)
    SELECT DISTINCT id, noun, word, search_key(word)
    FROM unnest(${ids}::uuid[], ${nouns}::noun[], ${names}::text[]) AS named(id, noun, names), unnest(search_words(names)) word
    WHERE length(word) <= 40`
  await tx.$executeRaw`SELECT keep_links(${ids}::uuid[], ${env().PLENARY_URL})`
  const named = records.flatMap(({ id, noun }) => (isMergeable(noun) ? [id] : []))
  if (named.length) await tx.$executeRaw`SELECT keep_name_pairs(${named}::uuid[])`
  const sessions = records.flatMap(({ id, noun }) => (noun === 'session' ? [id] : []))
  if (sessions.length) await tx.$executeRaw`SELECT keep_session_pairs(${sessions}::uuid[])`
}

/** Editions without a title of their own are called after their forum: a renamed forum renames them. */
export async function renameEditionsOf(tx: Prisma.TransactionClient, forumId: string) {
  const editions = await tx.record.findMany({
    where: { parentId: forumId, noun: 'edition', binnedAt: null },
    select: { id: true, content: true },
    take: 1000,
  })
  for (const { id, content } of editions) {
    const { titles, sortName } = await namesOf(tx, 'edition', content as Content)
    await tx.record.update({ where: { id }, data: { titles, sortName } })
    await keepWords(tx, [{ id, noun: 'edition', content: content as Content, titles }])
  }
}
