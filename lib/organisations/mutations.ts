import 'server-only'
import { needed, standingColumns, textRows, type Write } from '@/lib/revisions/standing'
import { writeCitations } from '@/lib/sources/citation-rows'
import type { OrganisationContent } from './schema'

export const writeOrganisation: Write<OrganisationContent> = async (tx, id, content, standing) => {
  const { slug, parent, kind, country, website, texts, names, identifiers, citations } = content
  const facts = {
    ...{ kind, website, parentId: parent, countryCode: country },
    slug: needed(slug, 'The address'),
    ...standingColumns(standing),
  }
  await tx.organisation.upsert({ where: { id }, create: { id, ...facts }, update: facts })
  await tx.organisationText.deleteMany({ where: { organisationId: id } })
  await tx.organisationText.createMany({
    data: textRows(texts).map((text) => ({ organisationId: id, ...text, name: needed(text.name, 'The name') })),
  })
  await tx.organisationName.deleteMany({ where: { organisationId: id } })
  await tx.organisationName.createMany({
    data: names.map(({ name, ...rest }) => ({ organisationId: id, ...rest, name: needed(name, 'A name') })),
  })
  await tx.organisationIdentifier.deleteMany({ where: { organisationId: id } })
  await tx.organisationIdentifier.createMany({ data: identifiers.map((each) => ({ organisationId: id, ...each })) })
  await writeCitations(tx, [{ target: { organisationId: id }, citations }])
}
