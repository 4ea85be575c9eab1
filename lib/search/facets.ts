import 'server-only'
import { countryName, languageName } from '@/lib/countries'
import { db } from '@/lib/db'
import { editionNameSelect, toEditionName } from '@/lib/editions/name'
import { mustSay, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import {
  publishedEdition,
  publishedForum,
  publishedOrganisation,
  publishedPerson,
  publishedTopic,
} from '@/lib/published'
import type { SessionFormat } from '@/prisma/client/enums'
import { type KnownFacet, knownFacets } from './known-facets'
import { type FacetName, type FacetValue, facetNames, type SearchKind } from './search-result'

const MOST_VALUES = 20

type Named = { id: string } & Pick<FacetValue, 'value' | 'label' | 'language'>

/** Facet values as a reader sees them: those with most documents, and those chosen, by what their address says. */
export async function toFacets(
  counts: ReadonlyMap<number, number>,
  chosen: ReadonlySet<number>,
  i18n: I18n,
): Promise<Record<FacetName, FacetValue[]>> {
  const rows = await knownFacets([...counts.keys(), ...chosen])
  const shown = facetNames.map((name) => {
    const own = rows.filter((row) => row.name === name && row.value !== 'none')
    const count = (row: KnownFacet) => counts.get(row.id) ?? 0
    const byCount = own.sort((a, b) => count(b) - count(a) || a.id - b.id)
    const kept = byCount.filter((row, at) => at < MOST_VALUES || chosen.has(row.id))
    return { name, rows: name === 'year' ? own.sort((a, b) => Number(b.value) - Number(a.value)) : kept }
  })
  const facets = await Promise.all(
    shown.map(async ({ name, rows }) => {
      const named = await labels[name](
        rows.map(({ value }) => value),
        i18n,
      )
      const byId = new Map(named.map((each) => [each.id, each]))
      const values = rows.flatMap((row) => {
        const known = byId.get(row.value)
        const count = counts.get(row.id) ?? 0
        const isChosen = chosen.has(row.id)
        if (!known || (count === 0 && !isChosen)) return []
        const { value, label, language } = known
        return [{ value, label, language, count, isChosen }]
      })
      return [name, values] as const
    }),
  )
  return Object.fromEntries(facets) as Record<FacetName, FacetValue[]>
}

type Labels = (ids: string[], i18n: I18n) => Promise<Named[]>

const literal =
  (label: (value: string, i18n: I18n) => string, written = (value: string) => value): Labels =>
  async (ids, i18n) =>
    ids.map((id) => ({ id, value: written(id), label: label(id, i18n), language: i18n.locale }))

const kindWords = {
  session: 'words.sessions',
  statement: 'words.statements',
  person: 'words.speakers',
  organisation: 'words.organisations',
  topic: 'words.topics',
  edition: 'words.editions',
} as const satisfies Record<SearchKind, string>

type Texts = { language: string; status: 'original' | 'human' | 'machine'; translator: string | null; name: string }[]
const named = (i18n: I18n) => ({
  id: true,
  slug: true,
  texts: { where: textsFor(i18n.locale), select: { ...textMeta, name: true } },
})
const bySlug = (rows: { id: string; slug: string; texts: Texts }[], { locale }: I18n): Named[] =>
  rows.map(({ id, slug, texts }) => {
    const { value: label, language } = mustSay(texts, 'name', locale)
    return { id, value: slug, label, language }
  })

const labels: Record<FacetName, Labels> = {
  kind: literal((value, { t }) => t(kindWords[value as SearchKind])),
  year: literal((value) => value),
  format: literal((value, { t }) => t(`words.format.${value as SessionFormat}`)),
  language: literal(languageName),
  country: literal(countryName, (value) => value.toLowerCase()),
  forum: async (ids, i18n) =>
    bySlug(await db.forum.findMany({ where: { id: { in: ids }, ...publishedForum }, select: named(i18n) }), i18n),
  topic: async (ids, i18n) =>
    bySlug(await db.topic.findMany({ where: { id: { in: ids }, ...publishedTopic }, select: named(i18n) }), i18n),
  speaker: async (ids, i18n) =>
    bySlug(await db.person.findMany({ where: { id: { in: ids }, ...publishedPerson }, select: named(i18n) }), i18n),
  organisation: async (ids, i18n) =>
    bySlug(
      await db.organisation.findMany({ where: { id: { in: ids }, ...publishedOrganisation }, select: named(i18n) }),
      i18n,
    ),
  edition: async (ids, i18n) =>
    (
      await db.edition.findMany({
        where: { AND: [{ id: { in: ids } }, publishedEdition] },
        select: { id: true, ...editionNameSelect(i18n) },
      })
    ).map(({ id, ...edition }) => {
      const { value: label, language } = toEditionName(edition, i18n).name
      return { id, value: `${edition.forum.slug}/${edition.slug}`, label, language }
    }),
}
