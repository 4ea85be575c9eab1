import 'server-only'
import { db } from '@/lib/db'
import { editionCardSelect, toEditionCard } from '@/lib/editions/card'
import { mustSay, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { plainText } from '@/lib/markdown'
import { absolute, shorten } from '@/lib/metadata'
import { publishedEdition, publishedSession, publishedStatement } from '@/lib/published'
import { type FeedFormat, inLocale, type Path, routes } from '@/lib/routes'
import { sessionCardSelect, toSessionCard } from '@/lib/sessions/card'
import { statementCardSelect, toStatementCard } from '@/lib/statements/card'
import type { Prisma } from '@/prisma/client/client'
import type { Feed, FeedEntry } from './feed'

const MOST = 50
const TITLE_LENGTH = 70

/** What belongs to the feed of each noun; null for none of that kind. */
const scopes = {
  site: () => ({ edition: {}, session: {}, statement: {} }),
  forum: (forumId) => ({
    edition: { forumId },
    session: { edition: { forumId } },
    statement: { edition: { forumId } },
  }),
  edition: (editionId) => ({ edition: null, session: { editionId }, statement: { editionId } }),
  person: (personId) => ({
    edition: null,
    session: { appearances: { some: { personId } } },
    statement: { appearance: { personId } },
  }),
  organisation: (organisationId) => ({
    edition: { organisations: { some: { organisationId } } },
    session: { appearances: { some: { organisationId } } },
    statement: { appearance: { organisationId } },
  }),
  topic: (topicId) => ({
    edition: null,
    session: { topics: { some: { topicId } } },
    statement: { topics: { some: { topicId } } },
  }),
} as const satisfies Record<
  string,
  (id: string) => {
    edition: Prisma.EditionWhereInput | null
    session: Prisma.SessionWhereInput
    statement: Prisma.StatementWhereInput
  }
>

export type FeedNoun = keyof typeof scopes

/** What was published last of what belongs to a public record, or to the archive (`site`, whose id is empty). */
export async function readFeed(
  { noun, id, path }: { noun: FeedNoun; id: string; path: Path },
  format: FeedFormat,
  context: I18n,
): Promise<Feed> {
  const { t, locale } = context
  const archive = t('site.name')
  const where = scopes[noun](id)
  const of = <T>(published: T) => ({
    where: published,
    orderBy: [{ publishedAt: { sort: 'desc', nulls: 'last' } as const }, { id: 'desc' as const }],
    take: MOST,
  })
  const times = { id: true, publishedAt: true, updatedAt: true } as const
  const [name, editions, sessions, statements] = await Promise.all([
    nameOf(noun, id, context),
    where.edition
      ? db.edition.findMany({
          ...of<Prisma.EditionWhereInput>({ AND: [publishedEdition, where.edition] }),
          select: { ...editionCardSelect(context), ...times },
        })
      : [],
    db.session.findMany({
      ...of<Prisma.SessionWhereInput>({ AND: [publishedSession, where.session] }),
      select: { ...sessionCardSelect(context), ...times },
    }),
    db.statement.findMany({
      ...of<Prisma.StatementWhereInput>({ AND: [publishedStatement, where.statement] }),
      select: { ...statementCardSelect(context), ...times },
    }),
  ])
  const url = (to: Path) => absolute(inLocale(locale, to))
  const entry = (row: { id: string; publishedAt: Date | null; updatedAt: Date }, to: Path) => ({
    id: `urn:uuid:${row.id}`,
    url: url(to),
    updated: row.updatedAt,
    published: row.publishedAt,
  })
  const entries: FeedEntry[] = [
    ...editions.map((row) => {
      const { name, summary, theme } = toEditionCard(row, context)
      const about = summary ?? theme
      return {
        ...entry(row, name.path),
        title: name.name.value,
        language: name.name.language,
        category: { term: 'edition', label: t('words.edition') },
        summary: about && { text: about.value, language: about.language },
      }
    }),
    ...sessions.map((row) => {
      const { path, title, isTitleSupplied, abstract, appearances, edition } = toSessionCard(row, context)
      return {
        ...entry(row, path),
        title: `${isTitleSupplied ? `[${title.value}]` : title.value}, ${edition.name.value}`,
        language: title.language,
        authors: appearances.map(({ person }) => person.name.value),
        category: { term: 'session', label: t('words.session') },
        summary: abstract && { text: plainText(abstract.value), language: abstract.language },
      }
    }),
    ...statements.map((row) => {
      const { path, text, speaker } = toStatementCard(row, context)
      return {
        ...entry(row, path),
        title: t('statements.title', {
          name: speaker?.person.name.value ?? t('words.statement'),
          words: shorten(text.value, TITLE_LENGTH),
        }),
        language: text.language,
        authors: speaker ? [speaker.person.name.value] : [],
        category: { term: 'statement', label: t('words.statement') },
        summary: { text: text.value, language: text.language },
      }
    }),
  ]
  const newest = entries
    .sort((a, b) => (b.published?.getTime() ?? 0) - (a.published?.getTime() ?? 0) || (a.id < b.id ? 1 : -1))
    .slice(0, MOST)
  return {
    ...{ locale, archive },
    self: url(routes.feed(path, format)),
    page: url(path),
    title: name ? t('files.feedTitle', { name, archive }) : t('files.siteFeedTitle', { archive }),
    subtitle: t('files.feedNote', { count: MOST }),
    updated: newest.length > 0 ? new Date(Math.max(...newest.map(({ updated }) => updated.getTime()))) : undefined,
    entries: newest,
  }
}

/** How what a feed is about is called; null of the archive itself. */
async function nameOf(noun: FeedNoun, id: string, context: I18n): Promise<string | null> {
  const { locale } = context
  const texts = { select: { texts: { where: textsFor(locale), select: { ...textMeta, name: true } } }, where: { id } }
  if (noun === 'site') return null
  if (noun === 'edition') {
    const row = await db.edition.findUnique({ where: { id }, select: editionCardSelect(context) })
    return row && toEditionCard(row, context).name.name.value
  }
  const found = {
    forum: () => db.forum.findUnique(texts),
    person: () => db.person.findUnique(texts),
    organisation: () => db.organisation.findUnique(texts),
    topic: () => db.topic.findUnique(texts),
  }
  const row = await found[noun]()
  return row && mustSay(row.texts, 'name', locale).value
}
