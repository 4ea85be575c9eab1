import { escapeXml } from '@/lib/escape-xml'
import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import type { Path } from '@/lib/routes'
import { searchDataPath } from '@/lib/search/data-path'
import { kindWord } from '@/lib/search/kind-word'
import type { SearchHit } from '@/lib/search/search-result'
import { type Found, pageOf, toRecord } from './found-results'

/** When a record was published, and last changed. */
export type RecordTimes = { publishedAt: Date | null; updatedAt: Date }

/** The results of a search as a feed (RFC 4287); `times` by the path of each result. */
export function searchAsAtom(found: Found, times: ReadonlyMap<Path, RecordTimes>, context: I18n): string {
  const { t, locale } = context
  const { request, hits, total } = found
  const archive = t('site.name')
  const search = request.text ? t('search.titleOf', { query: request.text }) : t('search.titleOfFilters')
  const changes = hits.flatMap(({ path }) => times.get(path)?.updatedAt.getTime() ?? [])
  const self = absolute(searchDataPath('atom', request, locale))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    `<id>${escapeXml(self)}</id>`,
    element('title', t('search.data.feedTitle', { archive, search })),
    element('subtitle', t('search.data.first', { shown: String(hits.length), total: String(total) })),
    // A feed without entries was last changed when nobody knows: at the beginning of time.
    element('updated', new Date(Math.max(0, ...changes)).toISOString()),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(pageOf(found, context))}"/>`,
    `<author>${element('name', archive)}</author>`,
    ...hits.map((hit) => entryOf(hit, times.get(hit.path), context)),
    '</feed>',
    '',
  ].join('\n')
}

function entryOf(hit: SearchHit, times: RecordTimes | undefined, context: I18n): string {
  const { kind, url, title, language, passage, speakers } = toRecord(hit, context)
  return [
    `<entry xml:lang="${escapeXml(language)}">`,
    `<id>${escapeXml(url)}</id>`,
    element('title', title),
    `<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    element('updated', (times?.updatedAt ?? new Date(0)).toISOString()),
    times?.publishedAt && element('published', times.publishedAt.toISOString()),
    ...(kind === 'statement' ? speakers.map(({ name }) => `<author>${element('name', name)}</author>`) : []),
    `<category term="${kind}" label="${escapeXml(context.t(kindWord[kind]))}"/>`,
    passage && element('summary', passage.text),
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n')
}

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`
