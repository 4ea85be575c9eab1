import { mustSay, type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { type Path, routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'
import type { OrganisationKind } from '@/prisma/client/enums'

const named = ({ locale }: I18n) =>
  ({
    slug: true,
    texts: { where: textsFor(locale), select: { ...textMeta, name: true, shortName: true } },
  }) satisfies Prisma.OrganisationSelect

/** An organisation as it stands in a list: name, kind, country, and what it is a part of. */
export const organisationCardSelect = (i18n: I18n) =>
  ({
    ...named(i18n),
    kind: true,
    countryCode: true,
    parent: { select: { ...named(i18n), state: true } },
  }) satisfies Prisma.OrganisationSelect

type Named = Prisma.OrganisationGetPayload<{ select: ReturnType<typeof named> }>
type Row = Prisma.OrganisationGetPayload<{ select: ReturnType<typeof organisationCardSelect> }>

export type OrganisationName = { slug: string; path: Path; name: Said; shortName: Said | null }

export type OrganisationCard = OrganisationName & {
  kind: OrganisationKind | null
  countryCode: string | null
  /** What it is a part of; null where nothing is recorded, and while that is not public. */
  parent: OrganisationName | null
}

const toOrganisationName = ({ slug, texts }: Named, { locale }: I18n): OrganisationName => ({
  slug,
  path: routes.organisation(slug),
  name: mustSay(texts, 'name', locale),
  shortName: say(texts, 'shortName', locale),
})

export const toOrganisationCard = (row: Row, i18n: I18n): OrganisationCard => ({
  ...toOrganisationName(row, i18n),
  kind: row.kind,
  countryCode: row.countryCode,
  parent: row.parent?.state === 'published' ? toOrganisationName(row.parent, i18n) : null,
})

/** In the order of the reader's alphabet; for lists that are short by nature. */
export function inAlphabet<T extends OrganisationName>(organisations: readonly T[], { intlLocale }: I18n): T[] {
  const { compare } = new Intl.Collator(intlLocale)
  return [...organisations].sort((a, b) => compare(a.name.value, b.name.value))
}
