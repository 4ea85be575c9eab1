import { primary } from '@/components/form/button-styles'
import { Pagination } from '@/components/pagination'
import { type BulkChange, isFieldAct } from '@/lib/bulk/change'
import { titlesById } from '@/lib/bulk/choices'
import { MOST_BULK, type Planned, planBulk } from '@/lib/bulk/plan'
import type { I18n } from '@/lib/i18n/translator'
import { pageNumber } from '@/lib/pagination'
import { difference, type Json } from '@/lib/revisions/difference'
import { readPlaces } from '@/lib/revisions/edit-queries'
import { type Noun, nounPlurals } from '@/lib/revisions/nouns'
import { shownTitle } from '@/lib/revisions/record-label'
import { type Content, mentions, registry } from '@/lib/revisions/registry'
import { type Path, routes } from '@/lib/routes'
import { DifferenceView } from '../[id]/review/difference-view'
import { changeInBulkAction } from './actions'
import type { SentBulk } from './sent-bulk'

const PAGE = 50

type Props = {
  noun: Noun
  sent: SentBulk & { change: BulkChange }
  query: Record<string, string | string[] | undefined>
  path: Path
  i18n: I18n
}

/** What a change would do to each record, page by page, and the button that does it to all. */
export async function Rehearsal({ noun, sent, query, path, i18n }: Props) {
  const { t, locale } = i18n
  const { change } = sent
  const plan = await planBulk(noun, sent.selection, change)
  const count = plan.records.filter(({ unchanged }) => unchanged === null).length
  const page = pageNumber(query)
  const shown = plan.records.slice((page - 1) * PAGE, page * PAGE)
  const labels = await labelsFor(shown, locale)
  const fields: [string, string][] = [
    ...sent.fields,
    ['act', change.act],
    ...(change.value === null ? [] : [[`value.${change.act}`, change.value] as [string, string]]),
  ]
  const state = Object.fromEntries(
    fields.map(([name]) => [name, fields.flatMap(([each, value]) => (each === name ? [value] : []))]),
  )
  return (
    <section aria-labelledby="rehearsal" className="pt-8">
      <h2 id="rehearsal" className="text-section">
        {t('deskBulk.would', { count })}
      </h2>
      {plan.isTooMany && <p className="pt-2">{t('deskBulk.tooMany', { most: MOST_BULK })}</p>}
      {count > 0 && !plan.isTooMany && (
        <form action={changeInBulkAction.bind(null, noun)} className="pt-4">
          {fields.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="seen" value={plan.seen} />
          <button type="submit" className={primary}>
            {t('deskBulk.do', { count })}
          </button>
        </form>
      )}
      <ol className="pt-4 pb-4" start={(page - 1) * PAGE + 1}>
        {shown.map((planned) => (
          <li key={planned.record.id} className="border-rule border-t py-3 [overflow-wrap:anywhere]">
            <PlannedRecord planned={planned} change={change} labels={labels} i18n={i18n} />
          </li>
        ))}
      </ol>
      <Pagination
        page={page}
        pages={Math.max(1, Math.ceil(plan.records.length / PAGE))}
        path={path}
        query={state}
        locale={locale}
      />
    </section>
  )
}

function PlannedRecord(props: { planned: Planned; change: BulkChange; labels: Record<string, string>; i18n: I18n }) {
  const { change, labels, i18n } = props
  const { record, content, unchanged } = props.planned
  const { t, locale } = i18n
  const title = shownTitle(record.titles, locale)
  const how = difference(record.content as Json, content as Json)
  return (
    <>
      <a
        className="quiet-link font-semibold"
        href={routes.record(nounPlurals[record.noun], record.id)}
        lang={title?.lang === locale ? undefined : title?.lang}
      >
        {title?.text ?? t('deskLists.untitled')}
      </a>
      {unchanged !== null ? (
        <p className="text-meta text-muted">
          {t('deskBulk.leaves')} {t(`deskBulk.left.${unchanged}`)}
        </p>
      ) : isFieldAct(change.act) ? (
        <DifferenceView change={{ difference: how, labels, timeZone: 'UTC' }} noun={record.noun} i18n={i18n} />
      ) : (
        <p className="text-meta">{t('deskBulk.becomes', { what: t(`deskBulk.act.${change.act}`) })}</p>
      )}
    </>
  )
}

/** What the records and places are called that the shown contents name. */
async function labelsFor(shown: readonly Planned[], locale: I18n['locale']): Promise<Record<string, string>> {
  const contents = shown.flatMap(({ record, content }) =>
    [record.content as Content, content].map((each) => ({ noun: record.noun, content: each })),
  )
  const parents = [...new Set(contents.flatMap(({ noun, content }) => registry[noun].parent(content)?.id ?? []))]
  const ids = contents.flatMap(({ noun, content }) => mentions(noun, content).map(({ id }) => id))
  const [titles, places] = await Promise.all([
    titlesById([...new Set([...ids, ...parents])].slice(0, 5000), locale),
    Promise.all(parents.slice(0, PAGE).map((id) => readPlaces(id))),
  ])
  const named = places.flatMap((each) => [...(each?.rooms ?? []), ...(each?.tracks ?? [])])
  const days = places.flatMap((each) => each?.days ?? [])
  return {
    ...titles,
    ...Object.fromEntries(named.map(({ id, titles }) => [id, shownTitle(titles, locale)?.text ?? ''])),
    ...Object.fromEntries(days.map(({ id, number, date }) => [id, date ?? String(number ?? '')])),
  }
}
