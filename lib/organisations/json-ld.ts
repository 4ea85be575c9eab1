import type { Organization, WithContext } from 'schema-dts'
import type { I18n } from '@/lib/i18n/translator'
import { identifierUrl } from '@/lib/identifiers'
import { absolute } from '@/lib/metadata'
import { inLocale } from '@/lib/routes'
import type { OrganisationKind } from '@/prisma/client/enums'
import type { Organisation } from './queries'

/** The closest type schema.org has; Organization for the rest. */
const types = {
  government: 'GovernmentOrganization',
  university: 'CollegeOrUniversity',
  institute: 'ResearchOrganization',
  company: 'Corporation',
  foundation: 'Organization',
  grouping: 'Organization',
  international_organisation: 'Organization',
  other: 'Organization',
} as const satisfies Record<OrganisationKind, string>

/** schema.org Organization, of the subtype that its kind allows. */
export function organisationJsonLd(organisation: Organisation, { locale }: I18n): WithContext<Organization> {
  const { name, shortName, otherNames, parent, parts, website, identifiers, kind } = organisation
  const alternateName = [...(shortName ? [shortName.value] : []), ...otherNames.map((other) => other.name)]
  const sameAs = [...(website ? [website] : []), ...identifiers.map(identifierUrl)]
  const reference = (other: typeof parent) =>
    other && { '@type': 'Organization' as const, '@id': absolute(other.path), name: other.name.value }
  return {
    '@context': 'https://schema.org',
    '@type': kind ? types[kind] : 'Organization',
    '@id': absolute(organisation.path),
    url: absolute(inLocale(locale, organisation.path)),
    name: name.value,
    ...(alternateName.length > 0 ? { alternateName } : {}),
    ...(parent ? { parentOrganization: reference(parent) ?? undefined } : {}),
    ...(parts.length > 0 ? { subOrganization: parts.flatMap((part) => reference(part) ?? []) } : {}),
    ...(sameAs.length > 0 ? { sameAs } : {}),
  } as WithContext<Organization>
}
