import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import { changeInWords, versionInWords, versionTitle } from '@/lib/programme/change-words'
import type { ProgrammeHistory, PublicVersion } from '@/lib/programme/version-queries'
import { inLocale, type Path } from '@/lib/routes'
import { feedAsAtom } from './atom'

/** The published versions of a programme as a feed, each with what changed; `page` and `feed` without language. */
export function programmeAsAtom(history: ProgrammeHistory, paths: { page: Path; feed: Path }, context: I18n): string {
  const { t, locale } = context
  const { name, versions, timeZone } = history
  const page = absolute(inLocale(locale, paths.page))
  const archive = t('site.name')
  return feedAsAtom({
    ...{ locale, archive, page },
    self: absolute(inLocale(locale, paths.feed)),
    title: t('changes.feedTitle', { name: name.name.value, archive }),
    updated: versions.items[0]?.publishedAt,
    entries: versions.items.map((version) => {
      const url = `${page}#version-${version.number}`
      return {
        ...{ id: url, url, title: versionTitle(version, context) },
        ...{ updated: version.publishedAt, published: version.publishedAt },
        content: linesOf(version, timeZone, context).join('\n'),
      }
    }),
  })
}

function linesOf(version: PublicVersion, timeZone: string, context: I18n): string[] {
  return [
    versionInWords(version, context),
    ...version.changes.map(
      (change) =>
        `${change.title?.value ?? context.t('changes.notPublic')}: ${changeInWords(change, timeZone, context).join('; ')}`,
    ),
  ]
}
