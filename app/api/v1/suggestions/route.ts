import { z } from 'zod'
import { defaultLocale, locales } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { kindWord } from '@/lib/search/kind-word'
import { SearchTooSlow } from '@/lib/search/pool'
import { suggest } from '@/lib/search/suggest'

export const dynamic = 'force-dynamic'

const MOST_LETTERS = 100

const schema = z.object({
  q: z
    .string()
    .transform((text) => text.slice(0, MOST_LETTERS))
    .catch(''),
  locale: z.enum(locales).catch(defaultLocale),
})

/**
 * What the text typed so far may mean, for public/search-suggestions.js: each with its kind in words, its address,
 * and its title in runs of which some matched. `label` and `announcement` are the words that belong to the list.
 */
export async function GET(request: Request) {
  const { q, locale } = schema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { t } = i18n(locale)
  const found = await suggest(q, locale).catch((error: unknown) => {
    if (error instanceof SearchTooSlow) return []
    throw error
  })
  return Response.json(
    {
      label: t('search.suggestions.label'),
      announcement: t('search.suggestions.count', { count: found.length }),
      suggestions: found.map(({ kind, path, title, language }) => ({
        kind: t(kindWord[kind]),
        url: inLocale(locale, path),
        title,
        language,
      })),
    },
    { headers: { 'cache-control': 'public, max-age=60' } },
  )
}
