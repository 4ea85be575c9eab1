import { type EditionName, editionNameSelect, toEditionName } from '@/lib/editions/name'
import { editionsLatestFirst } from '@/lib/editions/order'
import type { I18n } from '@/lib/i18n/translator'
import { type AppearanceCard, appearanceSelect, type PersonCard, toAppearanceCard } from '@/lib/people/card'
import { type Citation, citationsOf, toCitation } from '@/lib/sources/citations'
import type { Prisma } from '@/prisma/client/client'
import type { AppearanceRole } from '@/prisma/client/enums'

/**
 * In what capacity somebody took part in one edition. Several appearances in the same capacity (a speaker on two
 * panels) are one, with their roles and evidence together.
 */
export type Capacity = Pick<AppearanceCard, 'positionHeld' | 'organisation' | 'countryCode'> & {
  id: string
  /** Null also where the source prints the name as the page does. */
  nameAsPrinted: string | null
  edition: EditionName
  roles: AppearanceRole[]
  citations: Citation[]
}

export const capacitySelect = (i18n: I18n) =>
  ({
    ...appearanceSelect(i18n),
    citations: citationsOf(i18n),
    session: { select: { edition: { select: editionNameSelect(i18n) } } },
  }) satisfies Prisma.AppearanceSelect

type Row = Prisma.AppearanceGetPayload<{ select: ReturnType<typeof capacitySelect> }>

export const appearancesLatestFirst = [
  ...editionsLatestFirst.map((edition) => ({ session: { edition } })),
  { position: 'asc' },
  { id: 'asc' },
] satisfies Prisma.AppearanceOrderByWithRelationInput[]

/** The capacities of one person, in the order of their appearances. */
export function toCapacities(rows: readonly Row[], i18n: I18n): Capacity[] {
  const capacities = new Map<string, Capacity>()
  for (const row of rows) {
    const { positionHeld, organisation, countryCode, role, id, person, ...card } = toAppearanceCard(row, i18n)
    const nameAsPrinted = card.nameAsPrinted === person.name.value ? null : card.nameAsPrinted
    const edition = toEditionName(row.session.edition, i18n)
    const citations = row.citations.map((citation) => toCitation(citation, i18n))
    const key = JSON.stringify([edition.path, positionHeld?.value, organisation?.path, countryCode, nameAsPrinted])
    const known = capacities.get(key)
    if (known) {
      if (!known.roles.includes(role)) known.roles.push(role)
      known.citations.push(...citations)
    } else {
      capacities.set(key, {
        id,
        edition,
        positionHeld,
        organisation,
        countryCode,
        nameAsPrinted,
        roles: [role],
        citations,
      })
    }
  }
  return [...capacities.values()]
}

export type PersonInCapacities = { person: PersonCard; capacities: Capacity[] }

/** The capacities of many people, each person where their first appearance stands. */
export function byPerson(rows: readonly Row[], i18n: I18n): PersonInCapacities[] {
  const people = new Map<string, Row[]>()
  for (const row of rows) {
    const known = people.get(row.person.slug)
    if (known) known.push(row)
    else people.set(row.person.slug, [row])
  }
  return [...people.values()].map((own) => ({
    person: toAppearanceCard(own[0] as Row, i18n).person,
    capacities: toCapacities(own, i18n),
  }))
}
