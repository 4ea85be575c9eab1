import 'server-only'
import { needDescribed } from '@/lib/media/described'
import { linkRows } from '@/lib/revisions/links'
import { needed, standingColumns, textRows, type Write } from '@/lib/revisions/standing'
import { writeCitations } from '@/lib/sources/citation-rows'
import type { PersonContent } from './schema'

export const writePerson: Write<PersonContent> = async (tx, id, content, standing) => {
  const { slug, portrait, texts, names, identifiers, links, citations } = content
  const facts = { slug: needed(slug, 'The address'), portraitId: portrait, ...standingColumns(standing) }
  await needDescribed(tx, [portrait])
  await tx.person.upsert({ where: { id }, create: { id, ...facts }, update: facts })
  await tx.personText.deleteMany({ where: { personId: id } })
  await tx.personText.createMany({
    data: textRows(texts).map((text) => ({
      ...{ personId: id, ...text },
      name: needed(text.name, 'The name'),
      sortName: needed(text.sortName, 'The name for sorting'),
    })),
  })
  await tx.personName.deleteMany({ where: { personId: id } })
  await tx.personName.createMany({
    data: names.map(({ name, ...rest }) => ({ personId: id, ...rest, name: needed(name, 'A name') })),
  })
  await tx.personIdentifier.deleteMany({ where: { personId: id } })
  await tx.personIdentifier.createMany({ data: identifiers.map((each) => ({ personId: id, ...each })) })
  await tx.personLink.deleteMany({ where: { personId: id } })
  await tx.personLink.createMany({ data: linkRows(links).map((link) => ({ personId: id, ...link })) })
  await writeCitations(tx, [{ target: { personId: id }, citations }])
}
