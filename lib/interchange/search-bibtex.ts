import type { I18n } from '@/lib/i18n/translator'
import { routes } from '@/lib/routes'
import { kindWord } from '@/lib/search/kind-word'
import type { SearchHit } from '@/lib/search/search-result'
import { bibtexEntry, bibtexUrl, type Citable, citeAsBibtex, MONTHS, tex } from './cite'
import { type Found, pageOf, toRecord } from './found-results'

/** The permanent id of a statement that was found; null for anything else. */
export const statementId = ({ kind, path }: SearchHit) =>
  kind === 'statement' ? path.slice(routes.statement('').length) : null

/** The results of a search as BibTeX, statements as their own pages cite them; `citables` by permanent id. */
export function searchAsBibtex(found: Found, citables: ReadonlyMap<string, Citable>, context: I18n): string {
  const { hits, total } = found
  const first = context.t('search.data.first', { shown: String(hits.length), total: String(total) })
  const entries = hits.map((hit) => {
    const citable = citables.get(statementId(hit) ?? '')
    return citable ? citeAsBibtex(citable) : entryOf(hit, context)
  })
  // What stands between entries is a comment, as long as it has no @.
  const comment = `${first}\n${bibtexUrl(pageOf(found, context))}`.replaceAll('@', '%40')
  return `${[comment, ...entries].join('\n\n')}\n`
}

function entryOf(hit: SearchHit, context: I18n): string {
  const { title, edition, day, language, url } = toRecord(hit, context)
  const [year, month, date] = day?.split('-') ?? []
  const kind = context.t(kindWord[hit.kind])
  return bibtexEntry(hit.path.slice(1).replace(/[^a-z0-9]+/g, '-'), [
    ['title', `{{${tex(title)}}}`],
    ['howpublished', `{${tex(edition ? `${kind}, ${edition.name}` : kind)}}`],
    ...(year && month && date
      ? [
          ['year', `{${year}}`],
          ['month', MONTHS[Number(month) - 1] ?? ''],
          ['day', `{${Number(date)}}`],
        ]
      : []),
    ['publisher', `{${tex(context.t('site.name'))}}`],
    ['language', `{${tex(language)}}`],
    ['url', `{${bibtexUrl(url)}}`],
  ])
}
