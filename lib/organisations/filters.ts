import { z } from 'zod'
import { enumValue, readFilters } from '@/lib/filter-values'
import { OrganisationKind } from '@/prisma/client/enums'

const schema = z.object({ kind: enumValue({ ...OrganisationKind, notRecorded: 'not_recorded' } as const) })

/** What the list of organisations is narrowed to; `not_recorded` are those whose kind nobody knows. */
export type OrganisationFilters = z.infer<typeof schema>

/** The filters in the query of an address: any query gives some, unknown values are ignored. */
export const readOrganisationFilters = (query: Parameters<typeof readFilters>[1]): OrganisationFilters =>
  readFilters(schema, query)
