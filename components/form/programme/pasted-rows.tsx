import { useTranslations } from 'use-intl'
import type { CheckedRow } from '@/lib/programme/check-rows'
import type { rowFields } from '@/lib/programme/paste-rows'
import { describedBy, Labelled } from '../labelled'

const widths = { day: '', start: '', end: '', title: 'sm:col-span-3', room: '', speakers: 'sm:col-span-2' } as const
const order = ['title', 'day', 'start', 'end', 'room', 'speakers'] as const satisfies (typeof rowFields)[number][]

/** Each row with what is wrong or to be known of it, to be put right in place, taken or left out. */
export function PastedRows({ rows }: { rows: CheckedRow[] }) {
  const t = useTranslations('deskPaste')
  return (
    <ol className="space-y-4 pt-6">
      {rows.map((row, at) => {
        const notes = [
          ...(row.isThere ? [t('note.isThere')] : []),
          ...(row.place.newRoom && !row.errors.length ? [t('note.newRoom', { name: row.place.newRoom })] : []),
          ...(!row.place.startsAt && !row.errors.length ? [t('note.noTime')] : []),
        ]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing but their place
          <li key={at}>
            <fieldset
              className={`rounded-card border p-4 ${row.errors.length ? 'border-2 border-gold' : 'border-rule-strong'}`}
            >
              <legend className="px-1 font-semibold">{t('row', { number: at + 1 })}</legend>
              <div className="grid gap-x-4 gap-y-3 sm:grid-cols-3">
                {order.map((field) => {
                  const id = `rows.${at}.${field}`
                  const why = row.errors.find((each) => each.field === field)?.why
                  const error = why && t(`error.${why}`)
                  return (
                    <div key={field} className={widths[field]}>
                      <Labelled id={id} label={t(`field.${field}`)} error={error}>
                        <input
                          id={id}
                          name={id}
                          defaultValue={row[field]}
                          aria-describedby={describedBy(id, { error })}
                          aria-invalid={error ? true : undefined}
                          className="mt-1 block w-full rounded-small border border-field bg-sheet px-2 py-1 aria-invalid:border-2 aria-invalid:border-gold"
                        />
                      </Labelled>
                    </div>
                  )
                })}
              </div>
              {notes.map((note) => (
                <p key={note} className="pt-2 text-meta text-muted">
                  {note}
                </p>
              ))}
              <label className="flex items-baseline gap-2 pt-3">
                <input type="checkbox" name={`rows.${at}.take`} value="on" defaultChecked={row.take} />
                {t('take')}
              </label>
            </fieldset>
          </li>
        )
      })}
    </ol>
  )
}
