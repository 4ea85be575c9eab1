import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import type { Path } from '@/lib/routes'
import { searchDataPath } from '@/lib/search/data-path'
import { kindWord } from '@/lib/search/kind-word'
import type { SearchHit } from '@/lib/search/search-result'
import { feedAsAtom } from './atom'
import type { FeedEntry } from './feed'
import { type Found, pageOf, toRecord } from './found-results'

/** When a record was published, and last changed. */
export type RecordTimes = { publishedAt: Date | null; updatedAt: Date }

/** The results of a search as a feed; `times` by the path of each result. */
export function searchAsAtom(found: Found, times: ReadonlyMap<Path, RecordTimes>, context: I18n): string {
  const { t, locale } = context
  const { request, hits, total } = found
  const archive = t('site.name')
  const search = request.text ? t('search.titleOf', { query: request.text }) : t('search.titleOfFilters')
  const changes = hits.flatMap(({ path }) => times.get(path)?.updatedAt.getTime() ?? [])
  return feedAsAtom({
    ...{ locale, archive },
    self: absolute(searchDataPath('atom', request, locale)),
    page: pageOf(found, context),
    title: t('search.data.feedTitle', { archive, search }),
    subtitle: t('search.data.first', { shown: String(hits.length), total: String(total) }),
    updated: new Date(Math.max(0, ...changes)),
    entries: hits.map((hit) => entryOf(hit, times.get(hit.path), context)),
  })
}

function entryOf(hit: SearchHit, times: RecordTimes | undefined, context: I18n): FeedEntry {
  const { kind, url, title, language, passage, speakers } = toRecord(hit, context)
  return {
    ...{ id: url, url, title, language },
    updated: times?.updatedAt ?? new Date(0),
    published: times?.publishedAt,
    authors: kind === 'statement' ? speakers.map(({ name }) => name) : [],
    category: { term: kind, label: context.t(kindWord[kind]) },
    summary: passage && { text: passage.text },
  }
}
