'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { may } from '@/lib/auth/permissions'
import { allowed } from '@/lib/auth/signed-in'
import { readKeptFiles } from '@/lib/import/kept-files'
import { keepMapping } from '@/lib/import/mappings'
import type { Into } from '@/lib/import/new-edition'
import { asQuery } from '@/lib/import/problem-in-words'
import { answerImport, rehearseImport } from '@/lib/import/rehearse'
import { type TableMapping, tableColumns, tableMapping } from '@/lib/import/table/columns'
import { day, line } from '@/lib/revisions/content'
import { listAt, readForm } from '@/lib/revisions/form-values'
import { routes, withQuery } from '@/lib/routes'
import { tableAt } from './table-at'

const pick = ({ editionId, newEdition }: Into) => ({ editionId, newEdition })

const columnIn = z.object({ heading: z.string().min(1).max(300), is: z.enum(tableColumns) })
const restIn = z.object({
  dateOrder: z.enum(['dayFirst', 'monthFirst']).optional().catch(undefined),
  separator: z.string().min(1).max(5).optional().catch(undefined),
  sheet: z.string().min(1).max(100).optional().catch(undefined),
  firstDay: day().catch(null),
  name: line(100).catch(null),
})

/** Reads a table anew with columns as somebody says what they are, and keeps that for the next time where it has a name. */
export async function chooseColumnsAction(form: FormData): Promise<void> {
  const by = await allowed('write')
  const sent = Object.fromEntries(form)
  const table = await tableAt(sent)
  const files = table && (await readKeptFiles(table.sha256))
  if (!table || !files) redirect(routes.newImport())
  const { name, firstDay, ...rest } = restIn.parse(sent)
  const columns = Object.fromEntries(
    listAt(readForm(form.entries()).values, 'columns').flatMap((each) => {
      const { heading, is } = columnIn.safeParse(each).data ?? {}
      return heading && is ? [[heading, is] as const] : []
    }),
  )
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  const mapping: TableMapping = tableMapping.parse({ ...table.options.mapping, ...given, columns })
  if (name) await keepMapping(name, mapping, by)
  const options = { ...table.options, mapping, firstDay, publish: table.options.publish && may(by, 'publish') }
  const outcome = table.importId
    ? await answerImport({ id: table.importId, options: { mapping, firstDay }, by })
    : await rehearseImport({ ...pick(table.into), files, options, by })
  if (outcome.kind === 'rehearsed') redirect(withQuery(routes.oneImport(outcome.rehearsal.id), { done: 'rehearsed' }))
  if (outcome.kind === 'editionThere')
    redirect(withQuery(routes.newImport(table.into.sent), asQuery({ key: 'editionThere' })))
  if (outcome.kind !== 'unreadable') redirect(routes.imports())
  const { timeZone, language, publish, source } = table.options
  const said = { timeZone, language, publish: publish ? 'on' : null, source: source ? 'on' : null }
  const problem = asQuery({ ...outcome, key: 'unreadable' })
  redirect(
    table.importId
      ? routes.importColumns({ import: table.importId }, problem)
      : routes.importColumns({ file: table.sha256, edition: table.into.sent }, { ...said, ...problem }),
  )
}
