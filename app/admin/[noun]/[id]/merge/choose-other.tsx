import { secondary } from '@/components/form/button-styles'
import type { I18n } from '@/lib/i18n/translator'
import { pairsOf } from '@/lib/merging/pairs'
import type { MergeableNoun } from '@/lib/merging/replace-mention'
import type { RecordForEdit } from '@/lib/revisions/edit-queries'
import { findRecords } from '@/lib/revisions/find-records'
import { nounPlurals } from '@/lib/revisions/nouns'
import { routes, withQuery } from '@/lib/routes'

type Other = { id: string; title: string; lang: string; known: string }

/** Which other record is the same: those that are likely, and whatever is searched for. */
export async function ChooseOther(props: {
  noun: MergeableNoun
  record: RecordForEdit
  text: string | null
  i18n: I18n
}) {
  const { noun, record, text, i18n } = props
  const { t, locale } = i18n
  const path = routes.mergeRecord(nounPlurals[noun], record.id)
  const [pairs, found] = await Promise.all([
    pairsOf(noun, record.id, locale),
    text ? findRecords({ noun, text, locale, limit: 20, exclude: [record.id] }) : null,
  ])
  const likely = pairs.map(({ first, second, sessions, isByName }): Other => {
    const { id, title } = first.id === record.id ? second : first
    const why = t(isByName ? 'deskBatches.pairs.byName' : 'deskBatches.pairs.bySession')
    const known = [why, sessions ? t('deskBatches.pairs.sessions', { count: sessions }) : '']
      .filter(Boolean)
      .join(' · ')
    return { id, title: title?.text ?? t('deskLists.untitled'), lang: title?.lang ?? locale, known }
  })
  const list = (others: Other[]) => (
    <ul>
      {others.map(({ id, title, lang, known }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-rule border-t py-3">
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <span className="font-semibold" lang={lang === locale ? undefined : lang}>
              {title}
            </span>
            {known && <p className="text-meta text-muted">{known}</p>}
          </div>
          <a className="link py-1" href={withQuery(path, { with: id })}>
            {t('deskBatches.merge.compare')} <span className="sr-only">{title}</span>
          </a>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <p className="pt-4 text-muted">{t('deskBatches.merge.choose')}</p>
      {likely.length > 0 && (
        <section aria-labelledby="likely" className="pt-6">
          <h2 id="likely" className="pb-3 text-section">
            {t('deskBatches.merge.likely')}
          </h2>
          {list(likely)}
        </section>
      )}
      <search className="block pt-8">
        <form action={path} className="flex flex-wrap items-end gap-3">
          <label className="min-w-0 flex-[1_1_14rem] font-semibold">
            {t('deskBatches.merge.search')}
            <input
              type="search"
              name="q"
              maxLength={200}
              defaultValue={text ?? ''}
              className="mt-1.5 block w-full rounded-small border border-field bg-sheet px-3 py-2 font-normal"
            />
          </label>
          <button type="submit" className={secondary}>
            {t('deskBatches.merge.find')}
          </button>
        </form>
      </search>
      {found && (
        <section aria-labelledby="found" className="pt-6">
          <h2 id="found" className="pb-3 text-section">
            {t('deskBatches.merge.found')}
          </h2>
          {found.length ? list(found) : <p className="border-rule border-t pt-3">{t('deskBatches.merge.none')}</p>}
        </section>
      )}
    </>
  )
}
