import { z } from 'zod'
import { defaultLocale, locales } from '@/lib/i18n/locales'
import { type I18n, i18n } from '@/lib/i18n/translator'
import type { Found } from '@/lib/interchange/found-results'
import { readRecordTimes } from '@/lib/interchange/record-times'
import { findFirst } from '@/lib/interchange/search-all'
import { searchAsAtom } from '@/lib/interchange/search-atom'
import { searchAsBibtex, statementId } from '@/lib/interchange/search-bibtex'
import { searchAsCsv } from '@/lib/interchange/search-csv'
import { searchAsJson } from '@/lib/interchange/search-json'
import type { SearchFormat } from '@/lib/routes'
import { SearchTooSlow } from '@/lib/search/pool'
import { readSearchRequest } from '@/lib/search/request'
import { toCitable } from '@/lib/statements/citable'
import { listStatementsToCite } from '@/lib/statements/to-cite'

const mediaTypes: Record<SearchFormat, string> = {
  atom: 'application/atom+xml',
  csv: 'text/csv',
  json: 'application/json',
  bib: 'application/x-bibtex',
}

const writers: Record<SearchFormat, (found: Found, context: I18n) => string | Promise<string>> = {
  atom: async (found, context) => searchAsAtom(found, await readRecordTimes(found.hits), context),
  csv: searchAsCsv,
  json: searchAsJson,
  bib: async (found, context) => {
    const statements = await listStatementsToCite(
      found.hits.flatMap((hit) => statementId(hit) ?? []),
      context,
    )
    const citables = new Map([...statements].map(([id, statement]) => [id, toCitable(statement, context)]))
    return searchAsBibtex(found, citables, context)
  },
}

const localeOf = z.enum(locales).catch(defaultLocale)

/**
 * The first results of a search in a format for machines. The query is that of the page /search, and `locale`: the
 * language of the words and addresses. The name of a file says how many of how many results it has.
 */
export async function answerSearch(request: Request, format: SearchFormat): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const query = Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]))
  const context = i18n(localeOf.parse(searchParams.get('locale')))
  const found = await findFirst(readSearchRequest(query), context.locale).catch((error: unknown) => {
    if (error instanceof SearchTooSlow) return null
    throw error
  })
  if (!found) {
    const headers = { 'retry-after': '5', 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' }
    return new Response(`${context.t('search.slow.text')}\n`, { status: 503, headers })
  }
  const isFile = format === 'csv' || format === 'bib'
  const name = `plenary-search-${found.hits.length}-of-${found.total}.${format}`
  return new Response(await writers[format](found, context), {
    headers: {
      'content-type': `${mediaTypes[format]}; charset=utf-8`,
      'content-language': context.locale,
      'cache-control': 'public, max-age=60',
      ...(isFile ? { 'content-disposition': `attachment; filename="${name}"` } : {}),
    },
  })
}
