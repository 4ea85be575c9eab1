import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { primary, secondary } from '@/components/form/button-styles'
import { Notice } from '@/components/form/notice'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { listMappings, readMapping } from '@/lib/import/mappings'
import { problemInWords, problemOf } from '@/lib/import/problem-in-words'
import { first } from '@/lib/pagination'
import { routes } from '@/lib/routes'
import { chooseColumnsAction } from './actions'
import { ColumnFields } from './column-fields'
import { lookAtKept, tableAt } from './table-at'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskImport.columns.title') }
}

/** Which column of a table is what, beside its first rows. */
export default async function ColumnsPage({ searchParams }: Props) {
  await allowed('write')
  const query = await searchParams
  const asked = Object.fromEntries(Object.keys(query).map((name) => [name, first(query[name]) ?? undefined]))
  const table = await tableAt(asked)
  if (!table) notFound()
  const keptId = z.uuid().safeParse(asked.mapping).data
  const [kept, mappings] = await Promise.all([keptId ? readMapping(keptId) : null, listMappings()])
  const seen = await lookAtKept(table.sha256, kept ?? table.options.mapping)
  if (!seen) notFound()
  const i18n = await deskI18n()
  const { t } = i18n
  const problem = problemOf(query)
  const { importId, into, sha256, options } = table
  const of: Record<string, string> = importId
    ? { import: importId }
    : {
        ...{ file: sha256, edition: into.sent },
        ...(options.timeZone ? { timeZone: options.timeZone } : {}),
        ...(options.language ? { language: options.language } : {}),
        ...(options.publish ? { publish: 'on' } : {}),
        ...(options.source ? { source: 'on' } : {}),
      }
  const hidden = Object.entries(of).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
  return (
    <div className="max-w-4xl">
      <p className="pb-2 text-meta">
        <a
          className="link inline-block py-1"
          href={importId ? routes.oneImport(importId) : routes.newImport(into.sent)}
        >
          {t(importId ? 'deskImport.one' : 'deskImport.new')}
        </a>
      </p>
      <h1 className="text-title">{t('deskImport.columns.title')}</h1>
      <p className="prose pt-3 text-muted">{t('deskImport.columns.lede')}</p>
      {problem && <Notice isProblem>{problemInWords(problem, i18n)}</Notice>}
      {mappings.length > 0 && (
        <form className="flex max-w-xl flex-wrap items-end gap-3 pt-6">
          {hidden}
          <div className="min-w-0 grow">
            <SelectField
              name="mapping"
              label={t('deskImport.columns.kept')}
              defaultValue={keptId ?? ''}
              choices={[
                { value: '', label: t('deskImport.columns.recognised') },
                ...mappings.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </div>
          <button type="submit" className={secondary}>
            {t('deskImport.columns.use')}
          </button>
        </form>
      )}
      <form action={chooseColumnsAction} className="space-y-6 pt-6">
        {hidden}
        <ColumnFields table={seen} i18n={i18n} />
        <div className="max-w-xl space-y-5">
          <SelectField
            name="dateOrder"
            label={t('deskImport.columns.dateOrder')}
            defaultValue={seen.mapping.dateOrder ?? 'dayFirst'}
            choices={(['dayFirst', 'monthFirst'] as const).map((value) => ({
              value,
              label: t(`deskImport.columns.${value}`),
            }))}
          />
          {seen.sheets.length > 1 && (
            <SelectField
              name="sheet"
              label={t('deskImport.columns.sheet')}
              defaultValue={seen.mapping.sheet ?? seen.sheets[0] ?? ''}
              choices={seen.sheets.map((value) => ({ value, label: value }))}
            />
          )}
          <TextField
            name="separator"
            label={t('deskImport.columns.separator')}
            hint={t('deskImport.columns.separatorHint')}
            defaultValue={seen.mapping.separator ?? ''}
          />
          <TextField
            name="firstDay"
            type="date"
            label={t('deskImport.columns.firstDay')}
            hint={t('deskImport.columns.firstDayHint')}
            defaultValue={options.firstDay ?? ''}
          />
          <TextField
            name="name"
            label={t('deskImport.columns.name')}
            hint={t('deskImport.columns.nameHint')}
            defaultValue=""
          />
        </div>
        <button type="submit" className={primary}>
          {t('deskImport.columns.submit')}
        </button>
      </form>
    </div>
  )
}
