import type { IdentifierScheme } from '@/prisma/client/enums'

/** What a public registry calls a person or organisation. */
export type Identifier = { scheme: IdentifierScheme; value: string }

const registries: Record<IdentifierScheme, { name: string; address: string }> = {
  wikidata: { name: 'Wikidata', address: 'https://www.wikidata.org/entity/' },
  orcid: { name: 'ORCID', address: 'https://orcid.org/' },
  viaf: { name: 'VIAF', address: 'https://viaf.org/viaf/' },
  isni: { name: 'ISNI', address: 'https://isni.org/isni/' },
  ror: { name: 'ROR', address: 'https://ror.org/' },
}

/** The registry's own name, the same in every language. */
export const registryName = ({ scheme }: Identifier) => registries[scheme].name

/** The address of an identifier in its registry. */
export const identifierUrl = ({ scheme, value }: Identifier) => `${registries[scheme].address}${value}`
