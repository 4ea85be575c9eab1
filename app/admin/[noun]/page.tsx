import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/components/button-link'
import { ListForm } from '@/components/desk/list-form'
import { RecordRow } from '@/components/desk/record-row'
import { EmptyList } from '@/components/empty-list'
import type { FilterField } from '@/components/filter-form'
import { secondary } from '@/components/form/button-styles'
import { QuietButton } from '@/components/form/quiet-button'
import { Pagination } from '@/components/pagination'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { isFiltered } from '@/lib/filter-values'
import { localeNames, locales } from '@/lib/i18n/locales'
import { pageNumber } from '@/lib/pagination'
import { deskTimeZone } from '@/lib/revisions/desk-zone'
import { listOrders, readListFilters } from '@/lib/revisions/list-filters'
import { authorChoices, listRecords, parentChoices } from '@/lib/revisions/list-queries'
import { missingKinds, missingOf } from '@/lib/revisions/missing-kinds'
import { nounOf, nounPlurals } from '@/lib/revisions/nouns'
import { stateLabels } from '@/lib/revisions/record-label'
import { routes } from '@/lib/routes'

type Props = {
  params: Promise<{ noun: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const noun = nounOf((await params).noun)
  return noun ? { title: (await deskI18n()).t(`deskLists.nouns.${noun}`) } : {}
}

/** The records of a noun, drafts too: searched, narrowed, sorted and paged by the address. */
export default async function RecordListPage({ params, searchParams }: Props) {
  await allowed('write')
  const { noun: plural } = await params
  const noun = nounOf(plural)
  if (!noun) notFound()
  const query = await searchParams
  const [i18n, timeZone, filters, page] = [
    await deskI18n(),
    await deskTimeZone(),
    readListFilters(query),
    pageNumber(query),
  ]
  const { t, locale } = i18n
  const [list, parents, authors] = await Promise.all([
    listRecords(noun, filters, page, locale),
    parentChoices(noun, filters.of, locale),
    authorChoices(),
  ])
  const path = routes.records(nounPlurals[noun])
  const { order, ...narrowing } = filters
  const fields: FilterField[] = [
    {
      name: 'state',
      label: t('deskLists.filter.state'),
      chosen: filters.state,
      choices: stateLabels.map((value) => ({
        value,
        label: t('deskLists.counted', { label: t(`deskLists.state.${value}`), count: list.counts[value] }),
      })),
    },
    ...(parents.length
      ? [
          {
            name: 'of',
            label: t(noun === 'edition' ? 'deskLists.filter.forum' : 'deskLists.filter.edition'),
            chosen: filters.of,
            choices: parents.map(({ value, title }) => ({
              value,
              label: title?.text ?? t('deskLists.untitled'),
              language: title?.lang ?? locale,
            })),
          },
        ]
      : []),
    {
      name: 'by',
      label: t('deskLists.filter.by'),
      chosen: filters.by,
      choices: authors.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'without',
      label: t('deskLists.filter.without'),
      chosen: filters.without,
      choices: locales.map((value) => ({ value, label: localeNames[value].full, language: value })),
    },
    {
      name: 'missing',
      label: t('deskBatches.missing.filter'),
      chosen: filters.missing,
      choices: missingKinds
        .filter((value) => missingOf[value].includes(noun))
        .map((value) => ({ value, label: t(`deskBatches.missing.filters.${value}`) })),
    },
    {
      name: 'order',
      label: t('deskLists.filter.order'),
      chosen: order === 'changed' ? null : order,
      none: t('deskLists.order.changed'),
      choices: listOrders.slice(1).map((value) => ({ value, label: t(`deskLists.order.${value}`) })),
    },
  ]
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-title">{t(`deskLists.nouns.${noun}`)}</h1>
        <ButtonLink isMain href={routes.newRecord(nounPlurals[noun])}>
          {t(`deskLists.add.${noun}`)}
        </ButtonLink>
      </div>
      <ListForm path={path} text={filters.q} fields={fields} isFiltered={isFiltered(narrowing)} i18n={i18n} />
      {list.total > 0 && (
        <h2 className="pt-8 pb-3 font-sans text-meta text-muted">
          {t(`deskLists.count.${noun}`, { count: list.total })}
        </h2>
      )}
      <form action={routes.bulk(nounPlurals[noun])}>
        <ol>
          {list.items.map((record) => (
            <RecordRow key={record.id} record={record} i18n={i18n} timeZone={timeZone} tick="id" />
          ))}
        </ol>
        {list.items.length > 0 && (
          <div className="flex flex-wrap gap-3 border-rule border-t pt-4">
            {Object.entries(narrowing).map(([name, value]) =>
              value ? <input key={name} type="hidden" name={name} value={value} /> : null,
            )}
            <QuietButton>{t('deskBulk.selected')}</QuietButton>
            <button type="submit" name="all" value="1" className={secondary}>
              {t('deskBulk.all', { count: list.total })}
            </button>
          </div>
        )}
      </form>
      <div className="pt-6">
        <EmptyList
          list={list}
          path={path}
          filters={narrowing}
          words={{ noneFound: t('deskLists.noneFound'), noneArchived: t(`deskLists.none.${noun}`) }}
          locale={locale}
        />
        <Pagination page={list.page} pages={list.pages} path={path} query={filters} locale={locale} />
      </div>
      {list.items.length > 0 && <p className="pt-6 text-muted text-small">{t('deskLists.zone', { zone: timeZone })}</p>}
    </>
  )
}
