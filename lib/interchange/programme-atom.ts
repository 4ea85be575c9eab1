import { escapeXml } from '@/lib/escape-xml'
import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import { changeInWords, versionInWords, versionTitle } from '@/lib/programme/change-words'
import type { ProgrammeHistory, PublicVersion } from '@/lib/programme/version-queries'
import { inLocale, type Path } from '@/lib/routes'

/** The published versions of a programme as a feed (RFC 4287), each with what changed; `page` and `feed` without language. */
export function programmeAsAtom(history: ProgrammeHistory, paths: { page: Path; feed: Path }, context: I18n): string {
  const { t, locale } = context
  const { name, versions, timeZone } = history
  const self = absolute(inLocale(locale, paths.feed))
  const page = absolute(inLocale(locale, paths.page))
  const archive = t('site.name')
  const entry = (version: PublicVersion) => {
    const url = `${page}#version-${version.number}`
    return [
      '<entry>',
      `<id>${escapeXml(url)}</id>`,
      element('title', versionTitle(version, context)),
      `<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
      element('updated', version.publishedAt.toISOString()),
      element('published', version.publishedAt.toISOString()),
      element('content', linesOf(version, timeZone, context).join('\n')),
      '</entry>',
    ]
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    `<id>${escapeXml(self)}</id>`,
    element('title', t('changes.feedTitle', { name: name.name.value, archive })),
    // A feed without entries was last changed when nobody knows: at the beginning of time.
    element('updated', (versions.items[0]?.publishedAt ?? new Date(0)).toISOString()),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    `<author>${element('name', archive)}</author>`,
    ...versions.items.flatMap(entry),
    '</feed>',
    '',
  ].join('\n')
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

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`
