import { fieldStyle } from '@/components/form/labelled'
import type { I18n } from '@/lib/i18n/translator'
import type { lookAtTable } from '@/lib/import/read-file'
import { tableColumns } from '@/lib/import/table/columns'

type Props = { table: Awaited<ReturnType<typeof lookAtTable>>; i18n: I18n }

/** Each column of a table: its heading, what stands in its first rows, and what it is. */
export function ColumnFields({ table: { headings, rows, mapping }, i18n: { t } }: Props) {
  return (
    <ol>
      {headings.map((heading, at) =>
        heading ? (
          <li
            key={heading}
            className="grid gap-x-6 gap-y-2 border-rule border-t py-3 sm:grid-cols-[minmax(0,1fr)_16rem]"
          >
            <div className="min-w-0 [overflow-wrap:anywhere]">
              <label htmlFor={`columns.${at}.is`} className="block font-semibold">
                {heading}
              </label>
              <p id={`columns.${at}.is-hint`} className="line-clamp-3 text-meta text-muted">
                {rows
                  .map((cells) => cells[at]?.trim())
                  .filter(Boolean)
                  .join(' · ') || t('deskImport.columns.nothing')}
              </p>
            </div>
            <div>
              <input type="hidden" name={`columns.${at}.heading`} value={heading} />
              <select
                id={`columns.${at}.is`}
                name={`columns.${at}.is`}
                defaultValue={mapping.columns[heading] ?? ''}
                aria-describedby={`columns.${at}.is-hint`}
                className={fieldStyle}
              >
                <option value="">{t('deskImport.columns.leaveOut')}</option>
                {tableColumns.map((column) => (
                  <option key={column} value={column}>
                    {t(`deskImport.column.${column}`)}
                  </option>
                ))}
              </select>
            </div>
          </li>
        ) : null,
      )}
    </ol>
  )
}
