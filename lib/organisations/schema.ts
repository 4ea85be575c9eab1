import { z } from 'zod'
import { choice, country, line, prose, reference, slug, texts, webAddress } from '@/lib/revisions/content'
import { identifiers, otherNames } from '@/lib/revisions/names'
import { citations } from '@/lib/sources/citation-schema'
import { OrganisationKind } from '@/prisma/client/enums'

export const organisationSchema = z.object({
  slug: slug(),
  parent: reference(),
  kind: choice(OrganisationKind),
  country: country(),
  website: webAddress(),
  texts: texts({ name: line(), shortName: line(60), description: prose() }),
  names: otherNames(),
  identifiers: identifiers(['wikidata', 'ror', 'viaf', 'isni']),
  citations: citations(),
})

export type OrganisationContent = z.infer<typeof organisationSchema>
