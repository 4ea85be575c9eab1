import { mustSay, type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { type Path, routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'

/** What the name and address of an edition are made from. */
export const editionNameSelect = ({ locale }: I18n) =>
  ({
    slug: true,
    number: true,
    year: true,
    texts: { where: textsFor(locale), select: { ...textMeta, title: true } },
    forum: { select: { slug: true, texts: { where: textsFor(locale), select: { ...textMeta, name: true } } } },
  }) satisfies Prisma.EditionSelect

type Row = Prisma.EditionGetPayload<{ select: ReturnType<typeof editionNameSelect> }>

export type EditionName = {
  /** In full, such as "Astana Think Tank Forum 2025". */
  name: Said
  /** Within its forum: "2025", or "1st edition" where the year is not recorded. */
  short: string
  path: Path
  forum: { name: Said; path: Path }
}

/** An edition is called by its own title, else by its forum and year, else by its forum and number. */
export function toEditionName({ texts, forum, slug, number, year }: Row, i18n: I18n): EditionName {
  const forumName = mustSay(forum.texts, 'name', i18n.locale)
  const short = year ? String(year) : number ? i18n.t('words.nthEdition', { number }) : slug
  const composed = { ...forumName, value: year ? `${forumName.value} ${year}` : `${forumName.value}, ${short}` }
  return {
    name: say(texts, 'title', i18n.locale) ?? composed,
    short,
    path: routes.edition(forum.slug, slug),
    forum: { name: forumName, path: routes.forum(forum.slug) },
  }
}
